/** Icon: a Tabler symbol drawn into the page as SVG, always beside words and therefore hidden from assistive technology. */
import { ICON_STROKES } from '../../icons/icon-strokes.ts';

export type IconName = keyof typeof ICON_STROKES;

export interface IconProps {
  name: IconName;
  /** 14 in tables, 20 in text, 28 for life events. */
  size?: 14 | 20 | 28;
}

export function Icon({ name, size = 20 }: IconProps) {
  return (
    <svg
      class={`vc-icon vc-icon-${size}`}
      // without its style sheet too an icon is no bigger than this
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width={size === 28 ? 1.5 : 1.75}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {ICON_STROKES[name].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
