/** Steps of an incident: what its kind asks for, by when, and who has done it; each is ticked with one press. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { Button } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { Tag } from '../../../platform/web/components/tag/tag.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { StepState } from '../incident-state.ts';
import { lengthText, whenText } from '../words.ts';
import type { IncidentPageProps } from './incident-page.tsx';
import { incidentPath } from './incident-path.ts';

const texts = defineTexts({
  none: { vi: 'Loại sự cố này chưa có danh sách việc.', en: 'There is no list for this kind of incident.' },
  done: { vi: 'Xong', en: 'Done' },
  undo: { vi: 'Bỏ đánh dấu', en: 'Undo' },
  about: { vi: (step: string) => `: ${step}`, en: (step: string) => `: ${step}` },
  by: { vi: (time: string) => `trước ${time}`, en: (time: string) => `by ${time}` },
  late: { vi: (age: string) => `Quá ${age}`, en: (age: string) => `${age} late` },
  was: { vi: (who: string, time: string) => `${who}, ${time}`, en: (who: string, time: string) => `${who}, ${time}` },
});

export function IncidentSteps(props: IncidentPageProps) {
  const { state } = props;
  const words = texts(useFrame().locale);
  if (state.steps.length === 0) return <p class="vc-quiet">{words.none}</p>;
  return (
    <ul class="vc-entries">
      {state.steps.map((step) => (
        <li key={step.key} class="vc-entry" data-done={step.doneAt !== null || undefined}>
          <span class="vc-entry-words">
            <Local text={step.text} />
            <Standing {...props} step={step} />
          </span>
          {props.mayHandle && state.closedAt === null && <Tick {...props} step={step} />}
        </li>
      ))}
    </ul>
  );
}

type StepProps = IncidentPageProps & { readonly step: StepState };

function Standing({ step, shown, at }: StepProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const { doneAt, doneBy, dueAt } = step;
  if (doneAt !== null)
    return (
      <span class="vc-entry-details">
        {words.was(shown.doneBy.get(doneBy ?? '') ?? '', whenText(doneAt, at, locale))}
      </span>
    );
  return (
    <span class="vc-entry-details">
      {dueAt <= at ? (
        <Tag tone="danger" solid icon="clock">
          {words.late(lengthText(dueAt, at, locale))}
        </Tag>
      ) : (
        words.by(whenText(dueAt, at, locale))
      )}
    </span>
  );
}

function Tick({ state, step }: StepProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const isDone = step.doneAt !== null;
  return (
    <CommandForm action={`${incidentPath(state)}/viec`} version={state.version}>
      <input type="hidden" name="viec" value={step.key} />
      <input type="hidden" name="xong" value={isDone ? '' : 'co'} />
      <Button variant={isDone ? 'tertiary' : 'secondary'} {...(isDone ? {} : { icon: 'check' })}>
        {isDone ? words.undo : words.done}
        <span class="ds-sr-only">{words.about(inLanguage(step.text, locale).text)}</span>
      </Button>
    </CommandForm>
  );
}
