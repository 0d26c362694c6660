/** Figure on the page of a centre: what a system answered for its tile, as a stat tile that looks old when it is. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { Icon } from '../../../platform/web/components/icon/icon.tsx';
import { StatTile } from '../../../platform/web/components/stat-tile/stat-tile.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { ShownTile } from '../kept-figures.ts';
import type { WallShown } from '../read-wall.ts';
import { figureText, hourText, lengthText } from '../words.ts';

const texts = defineTexts({
  asOf: { vi: (time: string) => `Lúc ${time}`, en: (time: string) => `At ${time}` },
  old: { vi: (age: string) => `Cũ ${age}`, en: (age: string) => `${age} old` },
  never: { vi: 'Hệ thống không trả lời', en: 'The system does not answer' },
});

export function CentreFigure({ tile, at }: { readonly tile: ShownTile; readonly at: WallShown['view']['at'] }) {
  const { locale } = useFrame();
  const words = texts(locale);
  const { spec, value, decimals = 0, status, asOf, isOld, context, href } = tile;
  const tone = isOld || status === 'normal' ? undefined : status === 'late' ? 'danger' : 'warning';
  return (
    <StatTile
      label={<Local text={spec.title} />}
      {...(href !== undefined && { href })}
      {...(value !== null && { value: figureText(value, decimals, locale) })}
      unit={<Local text={spec.unit} />}
      parts={context.vi === '' ? undefined : <Local text={context} />}
      asOf={
        asOf === null ? (
          words.never
        ) : isOld ? (
          <span class="vc-old">
            <Icon name="plug-off" size={14} /> {words.old(lengthText(asOf, at, locale))}
          </span>
        ) : (
          words.asOf(hourText(asOf))
        )
      }
      {...(tone && { tone })}
    />
  );
}
