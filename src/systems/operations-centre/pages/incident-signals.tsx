/** Signals of an incident: what it is made of; those that are another matter are chosen and split off. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { Button } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { ShownSignal } from '../read-incident.ts';
import { centreWords, levelText } from '../words.ts';
import type { IncidentPageProps } from './incident-page.tsx';
import { incidentPath } from './incident-path.ts';

const texts = defineTexts({
  caption: { vi: 'Tín hiệu của sự cố', en: 'Signals of the incident' },
  at: { vi: 'Xảy ra', en: 'Happened' },
  what: { vi: 'Tín hiệu', en: 'Signal' },
  source: { vi: 'Nguồn', en: 'Source' },
  where: { vi: 'Nơi', en: 'Where' },
  level: { vi: 'Cấp', en: 'Level' },
  none: {
    vi: 'Sự cố được mở bằng tay, chưa có tín hiệu nào của các hệ thống.',
    en: 'The incident was opened by hand; no system has sent a signal.',
  },
  split: { vi: 'Tách tín hiệu đã chọn', en: 'Split off what is chosen' },
  about: { vi: 'Tín hiệu đã chọn thành một sự cố mới.', en: 'What is chosen becomes a new incident.' },
  choose: { vi: (title: string) => `Chọn: ${title}`, en: (title: string) => `Choose: ${title}` },
});

const FORM = 'split';

export function IncidentSignals({ state, shown, sources, mayHandle }: IncidentPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const { signals } = shown;
  if (signals.length === 0) return <p class="vc-quiet">{words.none}</p>;
  const maySplit = mayHandle && signals.length > 1 && state.closedAt === null;
  return (
    <>
      <DataTable
        caption={words.caption}
        captionHidden
        rows={signals}
        keyOf={({ id }: ShownSignal) => id}
        {...(maySplit && {
          choose: {
            name: 'tin-hieu',
            form: FORM,
            label: ({ title }: ShownSignal) => words.choose(inLanguage(title, locale).text),
          },
        })}
        columns={[
          {
            key: 'at',
            head: words.at,
            digits: true,
            cell: ({ at }) => <span class="vc-whole">{timeInTable(at, locale)}</span>,
          },
          {
            key: 'what',
            head: words.what,
            names: true,
            cell: ({ title, href, simulated }) => (
              <>
                {href ? (
                  <a class="ds-link" href={href}>
                    <Local text={title} />
                  </a>
                ) : (
                  <Local text={title} />
                )}
                {simulated && <span class="vc-quiet"> ({centreWords(locale).simulated})</span>}
              </>
            ),
          },
          {
            key: 'source',
            head: words.source,
            cell: ({ source }) => <Local text={sources.get(source) ?? { vi: source }} />,
          },
          {
            key: 'where',
            head: words.where,
            cell: ({ area, unit }) => ((area ?? unit) ? <Local text={unit ?? area ?? { vi: '' }} /> : ''),
          },
          { key: 'level', head: words.level, align: 'end', cell: ({ severity }) => levelText(severity, locale) },
        ]}
      />
      {maySplit && (
        <CommandForm id={FORM} action={`${incidentPath(state)}/tach`} version={state.version}>
          <p class="vc-quiet">{words.about}</p>
          <Button variant="secondary">{words.split}</Button>
        </CommandForm>
      )}
    </>
  );
}
