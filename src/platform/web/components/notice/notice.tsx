/** Notice: something to know before going on, or something to do, set apart by a bar, an icon and a word, never by colour alone. */
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icon/icon.tsx';

export interface NoticeProps {
  /** `to-do` is what the reader must do next: the strongest, with the one primary button inside. */
  kind?: 'info' | 'success' | 'warning' | 'danger' | 'to-do';
  title?: ComponentChildren;
  children?: ComponentChildren;
}

const ICONS: Record<NonNullable<NoticeProps['kind']>, IconName | undefined> = {
  info: 'info-circle',
  success: 'circle-check',
  warning: 'alert-triangle',
  danger: 'alert-circle',
  'to-do': undefined,
};

export function Notice({ kind = 'info', title, children }: NoticeProps) {
  const icon = ICONS[kind];
  return (
    <section class="vc-notice" data-kind={kind}>
      {icon && <Icon name={icon} />}
      <div class="vc-notice-body">
        {title && <h2>{title}</h2>}
        {children}
      </div>
    </section>
  );
}
