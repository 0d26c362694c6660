/** Every version of a setting there ever was: from which day, by which decision, and what is in force. */
import type { ComponentChildren } from 'preact';
import { defineTexts } from '../../i18n/texts.ts';
import { dayText, timeInTable } from '../../text/vietnamese-date.ts';
import { DataTable } from '../../web/components/data-table/data-table.tsx';
import { Tag } from '../../web/components/tag/tag.tsx';
import { useLocale } from '../../web/frame.tsx';
import { OfficerLayout } from '../../web/layouts/officer-layout.tsx';
import type { ListedVersion } from '../setting-versions.ts';
import { settingTexts, STATES } from './setting-words.ts';

export interface SettingVersionsPageProps {
  readonly path: string;
  readonly title: string;
  readonly tabs: ComponentChildren;
  /** Newest first. */
  readonly versions: readonly ListedVersion[];
}

const texts = defineTexts({
  name: { vi: 'Phiên bản', en: 'Version' },
  from: { vi: 'Áp dụng', en: 'In force' },
  decision: { vi: 'Quyết định', en: 'Decision' },
  published: { vi: 'Công bố', en: 'Published' },
  state: { vi: 'Tình trạng', en: 'State' },
  since: { vi: (day: string) => `từ ${day}`, en: (day: string) => `from ${day}` },
  dated: {
    vi: (number: string, day: string) => `${number}, ngày ${day}`,
    en: (number: string, day: string) => `${number} of ${day}`,
  },
  copied: { vi: (number: number) => `dùng lại phiên bản ${number}`, en: (number: number) => `version ${number} again` },
});

export function SettingVersionsPage({ path, title, tabs, versions }: SettingVersionsPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const shared = settingTexts(locale);
  return (
    <OfficerLayout title={`${shared.versions}: ${title}`} tabs={tabs}>
      <div class="vc-stack">
        <h1>
          {shared.versions}: {title}
        </h1>
        <DataTable
          caption={shared.versions}
          captionHidden
          rows={versions}
          keyOf={({ number }) => String(number)}
          columns={[
            {
              key: 'number',
              head: words.name,
              names: true,
              cell: ({ number }) => (
                <a class="ds-link" href={`${path}/phien-ban/${number}`}>
                  {shared.version(number)}
                </a>
              ),
            },
            {
              key: 'from',
              head: words.from,
              labelled: true,
              cell: ({ from }) => (from === null ? shared.atOnce : words.since(dayText(from, locale))),
            },
            {
              key: 'decision',
              head: words.decision,
              labelled: true,
              cell: ({ decisionNumber, decisionDay }) =>
                decisionNumber === null || decisionDay === null
                  ? '–'
                  : words.dated(decisionNumber, dayText(decisionDay, locale)),
            },
            {
              key: 'published',
              head: words.published,
              labelled: true,
              cell: ({ publishedAt, publishedBy, origin, copiedFrom }) =>
                [
                  timeInTable(publishedAt, locale),
                  origin === 'pack' ? shared.pack : (publishedBy ?? shared.somebody),
                  ...(copiedFrom === null ? [] : [words.copied(copiedFrom)]),
                ].join(', '),
            },
            {
              key: 'state',
              head: words.state,
              cell: ({ state }) =>
                state === 'replaced' ? (
                  <span class="vc-quiet">{STATES[state][locale]}</span>
                ) : (
                  <Tag tone={state === 'in-force' ? 'success' : 'info'}>{STATES[state][locale]}</Tag>
                ),
            },
          ]}
        />
      </div>
    </OfficerLayout>
  );
}
