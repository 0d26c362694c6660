/** Timeline for citizens: what has happened, where things are now and what is still to come, in one line from past to future. */
import type { ComponentChildren } from 'preact';
import { defineTexts } from '../../../i18n/texts.ts';
import { useLocale } from '../../frame.tsx';
import { Icon } from '../icon/icon.tsx';

export interface TimelineStep {
  readonly state: 'done' | 'now' | 'waiting' | 'to-come';
  readonly title: ComponentChildren;
  /** Who and what. A step to come says how long it takes, never a date. */
  readonly detail?: ComponentChildren;
  /** "16/11/2026 08:15"; only what has happened has one. */
  readonly at?: string;
}

const texts = defineTexts({
  now: { vi: 'Bây giờ: ', en: 'Now: ' },
  toCome: { vi: 'Sắp tới: ', en: 'To come: ' },
});

const ICONS = { done: 'check', now: 'clock', waiting: 'player-pause', 'to-come': undefined } as const;

export function Timeline({ steps }: { steps: readonly TimelineStep[] }) {
  const words = texts(useLocale());
  return (
    <ol class="vc-timeline">
      {steps.map((step, index) => {
        const icon = ICONS[step.state];
        return (
          <li
            key={index}
            data-state={step.state}
            aria-current={step.state === 'now' || step.state === 'waiting' ? 'step' : undefined}
          >
            <span class="vc-dot">{icon && <Icon name={icon} size={14} />}</span>
            <div>
              <p class="vc-timeline-title">
                {(step.state === 'now' || step.state === 'waiting') && words.now}
                {step.state === 'to-come' && <span class="ds-sr-only">{words.toCome}</span>}
                {step.title}
              </p>
              {step.detail && <div class="vc-timeline-detail">{step.detail}</div>}
              {step.at && <p class="vc-caption">{step.at}</p>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
