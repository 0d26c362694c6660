/** Findings tabs: mine and those of my units, how new the page is, and what has come since. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { Icon } from '../../../platform/web/components/icon/icon.tsx';
import { type Tab, Tabs } from '../../../platform/web/components/tabs/tabs.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { FINDINGS, type FindingsAsked, findingsHref } from '../findings/findings-asked.ts';

export interface FindingsTabsProps {
  readonly asked: FindingsAsked;
  /** Waiting for an answer of mine; open in my units, where I see those. */
  readonly own: number;
  readonly units: readonly unknown[];
  readonly ofUnits: number | undefined;
  /** Of those who keep the rules. */
  readonly keeps: boolean;
  /** Time of day. */
  readonly updated: string;
  /** What has come since, the newest first. */
  readonly fresh?: readonly string[];
}

const texts = defineTexts({
  label: { vi: 'Phát hiện', en: 'Findings' },
  own: { vi: 'Của tôi', en: 'Mine' },
  ofUnits: { vi: 'Của đơn vị', en: 'My units' },
  repeats: { vi: 'Lặp lại', en: 'Repeated' },
  heartbeat: { vi: 'Nhịp sống kịch bản', en: 'Heartbeat' },
  updated: { vi: 'Cập nhật', en: 'As of' },
  stale: { vi: 'Cũ từ', en: 'Old since' },
  fresh: {
    vi: (count: number) => `${count} phát hiện mới`,
    en: (count: number) => (count === 1 ? '1 new finding' : `${count} new findings`),
  },
  show: { vi: 'Hiện', en: 'Show' },
});

export const REPEATS = `${FINDINGS}/lap-lai`;
export const HEARTBEAT = `${FINDINGS}/nhip-song`;

export function FindingsTabs(props: FindingsTabsProps) {
  const { asked, own, ofUnits, keeps, updated, fresh = [] } = props;
  const { locale } = useFrame();
  const words = texts(locale);
  return (
    <Tabs
      label={words.label}
      slot="finding-counts"
      tabs={[
        {
          label: words.own,
          href: FINDINGS,
          count: countText(own),
          current: asked.cua === '',
          ...(own > 0 ? { late: true } : {}),
        },
        ...(ofUnits === undefined
          ? []
          : [
              {
                label: words.ofUnits,
                href: findingsHref({ ...asked, cua: 'don-vi' }),
                count: countText(ofUnits),
                current: asked.cua === 'don-vi',
              },
            ]),
        ...keeperTabs(locale, { sees: ofUnits !== undefined, keeps }),
      ]}
    >
      <p class="vc-live-state">
        <span class="vc-live-updated" data-slot="queue-updated">
          {words.updated} <time>{updated}</time>
        </span>
        <span class="vc-live-stale" hidden>
          <Icon name="plug-off" size={14} /> {words.stale} <time />
        </span>
        <span role="status" data-slot="queue-news">
          {fresh.length > 0 && (
            <>
              {' · '}
              {words.fresh(fresh.length)}{' '}
              <a class="ds-link vc-whole" href={`${FINDINGS}/${fresh[0]}`}>
                {fresh[0]}
              </a>
              {' · '}
              <a class="ds-link" href={findingsHref(asked)} data-live-reload>
                {words.show}
              </a>
            </>
          )}
        </span>
      </p>
    </Tabs>
  );
}

/** The pages beside the lists. */
export function keeperTabs(
  locale: 'vi' | 'en',
  { sees, keeps, current }: { readonly sees: boolean; readonly keeps: boolean; readonly current?: string },
): Tab[] {
  const words = texts(locale);
  return [
    ...(sees ? [{ label: words.repeats, href: REPEATS, current: current === REPEATS }] : []),
    ...(keeps ? [{ label: words.heartbeat, href: HEARTBEAT, current: current === HEARTBEAT }] : []),
  ];
}

const countText = (count: number): string => (count >= 1000 ? '999+' : String(count));
