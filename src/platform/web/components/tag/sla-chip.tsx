/** SLA chip: where a dossier stands against its time. In time is plain text, so that what is late stands out. */
import type { ComponentChildren } from 'preact';
import type { IconName } from '../icon/icon.tsx';
import { Tag, type TagProps } from './tag.tsx';

export type TimeState = 'in-time' | 'soon' | 'late' | 'paused';

export interface SlaChipProps {
  state: TimeState;
  /** "Còn 3 giờ", "Quá 5 giờ", "Tạm dừng". */
  children: ComponentChildren;
}

const LOOKS: Record<Exclude<TimeState, 'in-time'>, Omit<TagProps, 'children'> & { icon: IconName }> = {
  soon: { tone: 'warning', icon: 'clock' },
  late: { tone: 'danger', solid: true, icon: 'alert-circle' },
  paused: { icon: 'player-pause' },
};

export function SlaChip({ state, children }: SlaChipProps) {
  return state === 'in-time' ? <span class="vc-in-time">{children}</span> : <Tag {...LOOKS[state]}>{children}</Tag>;
}
