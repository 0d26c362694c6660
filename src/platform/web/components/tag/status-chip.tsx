/** Status chip: how a target of the plan stands, in one of five words with its icon. */
import { defineTexts } from '../../../i18n/texts.ts';
import { useLocale } from '../../frame.tsx';
import type { IconName } from '../icon/icon.tsx';
import { Tag, type TagProps } from './tag.tsx';

export type TargetStatus = 'met' | 'on-track' | 'at-risk' | 'late' | 'no-data';

const texts = defineTexts({
  met: { vi: 'Đạt', en: 'Met' },
  'on-track': { vi: 'Đúng tiến độ', en: 'On track' },
  'at-risk': { vi: 'Có nguy cơ', en: 'At risk' },
  late: { vi: 'Chậm', en: 'Late' },
  'no-data': { vi: 'Chưa có số liệu', en: 'No data yet' },
});

const LOOKS: Record<TargetStatus, Omit<TagProps, 'children'> & { icon: IconName }> = {
  met: { tone: 'success', solid: true, icon: 'check' },
  'on-track': { tone: 'success', icon: 'trending-up' },
  'at-risk': { tone: 'warning', icon: 'alert-triangle' },
  late: { tone: 'danger', solid: true, icon: 'alert-circle' },
  'no-data': { icon: 'minus' },
};

export function StatusChip({ status }: { status: TargetStatus }) {
  return <Tag {...LOOKS[status]}>{texts(useLocale())[status]}</Tag>;
}
