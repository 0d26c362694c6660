/** Cells of a shown value: the value with its standing, and its parts, each leading to its records. */
import { defineTexts } from '../../i18n/texts.ts';
import { Tag } from '../../web/components/tag/tag.tsx';
import { useFrame } from '../../web/frame.tsx';
import type { Shown, ShownCount } from '../shown-value.ts';
import { type Silence, silenceTexts } from '../silence.ts';
import { noDataTexts } from '../value-words.ts';

const texts = defineTexts({
  warning: { vi: 'Dưới ngưỡng tốt', en: 'Short of good' },
  alarm: { vi: 'Mức cảnh báo', en: 'Alarm' },
  unknown: { vi: 'chưa rõ', en: 'unknown' },
});

export function ShownValue({ shown: { value, standing }, silence }: { shown: Shown; silence?: Silence | undefined }) {
  const { locale } = useFrame();
  const words = texts(locale);
  if (silence) return <span class="vc-quiet">{silenceTexts(locale)[silence]}</span>;
  if (value === undefined) return <span class="vc-quiet">{noDataTexts(locale).noData}</span>;
  return (
    <>
      {standing === 'warning' && (
        <Tag tone="warning" icon="alert-triangle">
          {words.warning}
        </Tag>
      )}
      {standing === 'alarm' && (
        <Tag tone="danger" icon="alert-circle">
          {words.alarm}
        </Tag>
      )}{' '}
      <span class="vc-whole">{value}</span>
    </>
  );
}

export function ShownParts({ shown: { numerator, denominator, unknown } }: { shown: Shown }) {
  const words = texts(useFrame().locale);
  if (!numerator) return null;
  return (
    <span class="vc-quiet">
      <Counted count={numerator} />
      {denominator && (
        <>
          {' / '}
          <Counted count={denominator} />
        </>
      )}
      {unknown && (
        <>
          {'; '}
          <Counted count={unknown} /> {words.unknown}
        </>
      )}
    </span>
  );
}

function Counted({ count: { text, href } }: { count: ShownCount }) {
  return href === undefined ? (
    <>{text}</>
  ) : (
    <a class="ds-link" href={href}>
      {text}
    </a>
  );
}
