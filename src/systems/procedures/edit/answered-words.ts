/** What a person who files is told of a paper: handed in, looked up for them, or used again. */
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { personsIn } from '../check-answered.ts';
import type { Component } from '../component-definition.ts';
import type { DraftContent } from '../draft/draft.ts';
import { valueWords } from '../draft/fact-words.ts';
import type { NamedProcedure } from '../list-named.ts';
import { REGISTERS } from '../registers.ts';
import { answeredForm } from './answered-form.ts';

/** `named`: the procedures that the paper may be a result of, as far as the catalogue has them. */
export function answeredWords(
  content: DraftContent,
  component: Component,
  named: readonly NamedProcedure[],
): LocalText[] {
  if (component.handling === 'guidance') return [PLAINLY.guidance];
  return [...instead(content, component), ...(component.resultOf ?? []).map((code) => again(code, named))];
}

function instead(content: DraftContent, { handling, fact, factOf, replacedBy = [], kind }: Component): LocalText[] {
  if (fact !== undefined && replacedBy.includes('population')) {
    const of = factOf ? persons(content, factOf) : { vi: 'người nộp', en: 'the applicant' };
    const knows = valueWords('fact', fact);
    return [
      {
        vi: `Không phải nộp: ${REGISTERS.population?.vi} trả lời thay (${lower(knows.vi)}; của ${of.vi}).`,
        en: `Not asked for: ${REGISTERS.population?.en} answers it (${lower(knows.en ?? knows.vi)}; of ${of.en}).`,
      },
      {
        vi: 'Cơ sở dữ liệu không có, trả lời khác hoặc không liên lạc được thì phải nộp giấy.',
        en: 'Where the register does not know it, says otherwise or is not reached, the paper is asked for.',
      },
    ];
  }
  if (replacedBy.length > 0) {
    const names = replacedBy.map((key) => REGISTERS[key] ?? { vi: key, en: key });
    return [
      {
        vi: `Không phải nộp khi có trong: ${names.map(({ vi }) => vi).join('; ')}. Cơ quan tự tra cứu.`,
        en: `Not asked for when found in ${names.map(({ en }) => en).join('; ')}. The office looks it up.`,
      },
    ];
  }
  return [kind === 'form' ? E_FORM : PLAINLY[handling]];
}

const PLAINLY: Readonly<Record<Component['handling'], LocalText>> = {
  'handed-in': { vi: 'Nộp vào hồ sơ; trực tuyến thì tải lên.', en: 'Handed in; uploaded online.' },
  shown: { vi: 'Xuất trình để đối chiếu, nhận lại ngay.', en: 'Shown, compared and given back.' },
  data: { vi: 'Không phải nộp khi cơ quan tra cứu được.', en: 'Not asked for where the office finds it.' },
  guidance: { vi: 'Chỉ là lời dẫn, không phải nộp gì.', en: 'A note that asks for nothing.' },
};

const E_FORM: LocalText = {
  vi: 'Nộp trực tuyến thì biểu mẫu điện tử thay thế.',
  en: 'Filed online, the e-form stands for it.',
};

function persons(content: DraftContent, keys: readonly string[]): Required<LocalText> {
  const form = answeredForm(content);
  const labels = keys.map((key) => (form ? personsIn(form) : []).find((one) => one.key === key)?.label ?? { vi: key });
  return {
    vi: labels.map(({ vi }) => lower(vi)).join(', '),
    en: labels.map(({ vi, en = vi }) => lower(en)).join(', '),
  };
}

function again(code: string, named: readonly NamedProcedure[]): LocalText {
  const name = named.find((one) => one.code === code)?.name;
  if (!name) return { vi: `Danh mục không có thủ tục ${code}.`, en: `The catalogue has no procedure ${code}.` };
  return {
    vi: `Ai đã có kết quả thủ tục ${code} ${name.vi} còn hiệu lực thì dùng lại, không phải nộp.`,
    en: `Who holds a result in force of ${code} ${name.en ?? name.vi} uses it again and hands in nothing.`,
  };
}

const lower = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
