/** Alert band: a warning to the public over every page, with its level as a plate, a word and an icon. */
import type { ComponentChildren } from 'preact';
import { defineTexts } from '../../../i18n/texts.ts';
import { useLocale } from '../../frame.tsx';
import { Icon } from '../icon/icon.tsx';

/** Level of a natural disaster risk (cấp độ rủi ro thiên tai), 1 to 5. */
export type DisasterLevel = 1 | 2 | 3 | 4 | 5;

export interface Alert {
  readonly level: DisasterLevel;
  readonly title: string;
  /** What may happen, where and the time of the bulletin. */
  readonly text: ComponentChildren;
  readonly action?: { readonly label: string; readonly href: string };
}

const texts = defineTexts({
  level: { vi: (level: number) => `Cấp ${level}`, en: (level: number) => `Level ${level}` },
  alert: { vi: 'Cảnh báo', en: 'Warning' },
});

export function AlertBand({ level, title, text, action }: Alert) {
  return (
    <section class="vc-alert" data-level={level} aria-label={`${texts(useLocale()).alert}: ${title}`}>
      <div class="vc-page vc-alert-row">
        <p class="vc-alert-title">
          <DisasterPlate level={level} /> <span>{title}</span>
        </p>
        <p class="vc-alert-text">{text}</p>
        {action && (
          <a class="ds-link" href={action.href}>
            {action.label}
          </a>
        )}
      </div>
    </section>
  );
}

export function DisasterPlate({ level }: { level: DisasterLevel }) {
  return (
    <span class="vc-plate" data-level={level}>
      <Icon name="alert-triangle" />
      {texts(useLocale()).level(level)}
    </span>
  );
}
