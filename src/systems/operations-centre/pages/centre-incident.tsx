/** Open incident on the page of a centre: what, where, since when, and who holds it. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { Tag } from '../../../platform/web/components/tag/tag.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { ListedIncident } from '../list-incidents.ts';
import type { WallShown } from '../read-wall.ts';
import { centreWords, lengthText, levelText, momentText, stageText } from '../words.ts';
import { incidentPath } from './incident-path.ts';

const texts = defineTexts({
  since: { vi: (time: string) => `từ ${time}`, en: (time: string) => `since ${time}` },
});

interface CentreIncidentProps {
  readonly incident: ListedIncident;
  readonly now: WallShown['view']['at'];
}

export function CentreIncident({ incident, now }: CentreIncidentProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const shared = centreWords(locale);
  const { severity, title, area, place, isDrill, isUntaken, holder, stage, firstAt, simulated } = incident;
  return (
    <li data-level={severity}>
      <span class="vc-plate">{levelText(severity, locale)}</span>
      <div>
        <a class="ds-link" href={incidentPath(incident)}>
          <Local text={title} />
        </a>
        <p class="vc-caption">
          {isDrill && `${shared.drill} · `}
          {area ? <Local text={area} /> : shared.noPlace}
          {place !== null && `, ${place}`} · {words.since(momentText(firstAt, now))}, {lengthText(firstAt, now, locale)}
          {simulated && ` · ${shared.simulated}`}
        </p>
      </div>
      <p>
        {isUntaken ? (
          <Tag tone="danger" solid icon="alert-circle">
            {shared.untaken}
          </Tag>
        ) : (
          <>
            {holder}
            <span class="vc-caption"> {stageText(stage, locale)}</span>
          </>
        )}
      </p>
    </li>
  );
}
