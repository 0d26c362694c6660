/** A condition in words: as explanations say it, or as it is written where the form has faults. */
import { compileCondition } from '../../../platform/conditions/condition.ts';
import { explain } from '../../../platform/conditions/explain.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import type { DraftContent } from '../draft/draft.ts';
import { answeredForm } from './answered-form.ts';

export function conditionWords(content: DraftContent, source: string): LocalText {
  const form = answeredForm(content);
  const { condition } = form ? compileCondition(form.subject, source) : {};
  return condition ? explain(condition, {}).sentence : { vi: source };
}
