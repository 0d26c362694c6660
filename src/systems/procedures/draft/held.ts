/** What each part of a draft holds, in a few words beside its name. Pure. */
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import type { DraftContent } from './draft.ts';
import type { PartKey } from './draft-parts.ts';
import { valueWords } from './fact-words.ts';

export function heldBy({ definition, form }: DraftContent): Readonly<Partial<Record<PartKey, LocalText>>> {
  const { levels, channels, components, fees, results, legalBasis, process, term } = definition;
  const ways = channels.map(({ method }) => valueWords('method', method));
  const told = term.value === undefined ? term.text : valueWords('value', term.value);
  return {
    general: definition.name,
    ways: joined([...(told ? [told] : []), ...ways]),
    competence: joined(levels.map(({ authority }) => valueWords('authority', authority))),
    legal: counted(legalBasis.length, 'văn bản', 'texts'),
    components: counted(components.length, 'thành phần', 'papers'),
    form: form
      ? counted(form.sections.length, 'mục riêng', 'sections of its own')
      : { vi: 'Biểu mẫu chung, lập từ thành phần hồ sơ', en: 'The general form, composed from the papers' },
    fees: counted(fees.length, 'khoản', 'fees'),
    results: counted(results.length, 'kết quả', 'results'),
    process: process
      ? counted(process.steps.length, 'bước', 'steps')
      : { vi: 'Quy trình chung theo thời hạn', en: 'The general process by the term' },
    linked: process?.linked
      ? counted(process.linked.length, 'phần việc', 'parts')
      : { vi: 'Không liên thông', en: 'Not linked' },
  };
}

/** Parts that hold nothing: whether a procedure can do without them is the faults' to say. */
export function leftEmpty({ definition, form }: DraftContent): ReadonlySet<PartKey> {
  const { components, fees, legalBasis, process } = definition;
  const empty: readonly (readonly [PartKey, boolean])[] = [
    ['legal', legalBasis.length === 0],
    ['components', components.length === 0],
    ['form', form === undefined],
    ['fees', fees.length === 0],
    ['process', process === undefined],
    ['linked', process?.linked === undefined],
  ];
  return new Set(empty.flatMap(([key, nothing]) => (nothing ? [key] : [])));
}

const counted = (count: number, vi: string, en: string): LocalText => ({ vi: `${count} ${vi}`, en: `${count} ${en}` });

const joined = (texts: readonly LocalText[]): LocalText => ({
  vi: texts.map((one) => one.vi).join(', '),
  en: texts.map((one) => one.en ?? one.vi).join(', '),
});
