/** Incidents of the wall: six rows at most, with who holds each and since when; numbered as on the map. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { useFrame, useLocale } from '../../../platform/web/frame.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { ListedIncident } from '../list-incidents.ts';
import type { WallShown } from '../read-wall.ts';
import { centreWords, lengthText, levelText, momentText, stageText } from '../words.ts';
import { incidentPath } from './incident-path.ts';

const texts = defineTexts({
  caption: { vi: 'Sự cố đang mở, nặng nhất trước', en: 'Open incidents, gravest first' },
  number: { vi: 'Số', en: 'No.' },
  incident: { vi: 'Sự cố', en: 'Incident' },
  at: { vi: 'Lúc', en: 'At' },
  lasts: { vi: 'Kéo dài', en: 'For' },
  holder: { vi: 'Ai giữ', en: 'Held by' },
  state: { vi: 'Trạng thái', en: 'State' },
  nobody: { vi: '—', en: '—' },
  none: { vi: 'Không có sự cố nào đang mở', en: 'No incident is open' },
  noneAbout: {
    vi: 'Tín hiệu mới của các hệ thống hiện ở đây trong vòng một giây.',
    en: 'New signals of the systems show here within a second.',
  },
  overdue: {
    vi: (count: number) => `${count} việc quá giờ`,
    en: (count: number) => `${count} ${count === 1 ? 'step' : 'steps'} overdue`,
  },
  more: { vi: (count: number) => `và ${count} sự cố khác`, en: (count: number) => `and ${count} more` },
  moreInvented: { vi: (count: number) => `và ${count} sự cố giả định`, en: (count: number) => `and ${count} invented` },
});

export function WallIncidents({ incidents, counts, view }: Pick<WallShown, 'incidents' | 'counts' | 'view'>) {
  const locale = useLocale();
  const words = texts(locale);
  const drills = incidents.filter(({ isDrill }) => isDrill).length;
  const more = [
    ...textOver(counts.open - incidents.length + drills, words.more),
    ...textOver(counts.drill - drills, words.moreInvented),
  ].join(' ');
  if (incidents.length === 0)
    return (
      <div class="vc-wall-none">
        <p>{words.none}</p>
        <p>{words.noneAbout}</p>
      </div>
    );
  return (
    <table>
      <caption class="ds-sr-only">
        {words.caption}
        {more !== '' && `, ${more}`}
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="ds-sr-only">{words.number}</span>
          </th>
          <th scope="col">
            {words.incident}
            {more !== '' && <span class="vc-wall-more"> {more}</span>}
          </th>
          <th scope="col">{words.at}</th>
          <th scope="col">{words.lasts}</th>
          <th scope="col">{words.holder}</th>
          <th scope="col">{words.state}</th>
        </tr>
      </thead>
      <tbody>
        {incidents.map((incident, index) => (
          <Row key={incident.id} incident={incident} number={index + 1} now={view.at} />
        ))}
      </tbody>
    </table>
  );
}

/** Nothing where there are none. */
const textOver = (count: number, text: (count: number) => string): readonly string[] =>
  count > 0 ? [text(count)] : [];

interface RowProps {
  readonly incident: ListedIncident;
  readonly number: number;
  readonly now: WallShown['view']['at'];
}

function Row({ incident, number, now }: RowProps) {
  // where all is, the head of the wall says so once
  const { locale, simulated: isAllSimulated } = useFrame();
  const words = texts(locale);
  const shared = centreWords(locale);
  const { severity, title, area, place, isDrill, isUntaken, simulated, holder, stage, firstAt, overdueSteps } =
    incident;
  return (
    <tr data-untaken={isUntaken || undefined}>
      <td>
        <span class="vc-wall-number" data-level={severity} data-drill={isDrill || undefined}>
          {number}
        </span>
      </td>
      <th scope="row">
        <a href={incidentPath(incident)}>
          <Local text={title} />
        </a>
        <p>
          {isDrill && <b class="vc-wall-drill-word">{shared.drill} · </b>}
          {levelText(severity, locale)} ·{' '}
          {overdueSteps > 0 && <b class="vc-wall-overdue">{words.overdue(overdueSteps)} · </b>}
          {area ? <Local text={area} /> : shared.noPlace}
          {place !== null && ` · ${place}`}
          {simulated && !isAllSimulated && ` · ${shared.simulated}`}
        </p>
      </th>
      <td>{momentText(firstAt, now)}</td>
      <td>{lengthText(firstAt, now, locale)}</td>
      <td>
        <span class="vc-wall-holder">{holder ?? words.nobody}</span>
      </td>
      <td>
        <span class="vc-wall-stage">{stageText(isUntaken ? 'new' : stage, locale)}</span>
      </td>
    </tr>
  );
}
