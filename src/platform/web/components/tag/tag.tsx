/** Tag: one short word about a thing, with an icon where the colour means something. Normal things carry no tag. */
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icon/icon.tsx';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

export interface TagProps {
  tone?: Tone;
  /** Filled: the strongest thing on a page. For danger, lateness and what is reached only. */
  solid?: boolean;
  icon?: IconName;
  children: ComponentChildren;
}

export function Tag({ tone = 'neutral', solid, icon, children }: TagProps) {
  return (
    <span class="vc-chip" data-tone={tone} data-solid={solid}>
      {icon && <Icon name={icon} size={14} />}
      {children}
    </span>
  );
}
