/** What a register answered in place of a paper: that nothing is to be handed in, or which paper is asked for after all, and why. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { dayText, timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { useFrame } from '../../../platform/web/frame.tsx';
import { maskPersonalNumber } from '../../../platform/identity/mask.ts';
import type { AnswerState, RegisterAnswer } from '../register-answers.ts';

const texts = defineTexts({
  answered: {
    vi: 'Cơ sở dữ liệu quốc gia về dân cư đã trả lời: không cần giấy này.',
    en: 'Answered by the national register of the population: this paper is not needed.',
  },
  unknown: {
    vi: 'Cơ sở dữ liệu quốc gia về dân cư không có thông tin này: cần giấy.',
    en: 'The national register of the population does not know: the paper is needed.',
  },
  mismatch: {
    vi: 'Thông tin ở Cơ sở dữ liệu quốc gia về dân cư không khớp với thông tin đã khai: cần giấy.',
    en: 'The national register of the population says otherwise than was stated: the paper is needed.',
  },
  'no-residence': {
    vi: 'Cơ sở dữ liệu quốc gia về dân cư không có nơi cư trú: cần giấy.',
    en: 'The national register of the population has no residence: the paper is needed.',
  },
  unavailable: {
    vi: 'Cơ sở dữ liệu quốc gia về dân cư chưa trả lời được: cần giấy, trừ khi tra cứu lại được.',
    en: 'The national register of the population did not answer: the paper is needed unless it can be asked again.',
  },
  'not-asked': {
    vi: 'Chưa tra cứu được ở Cơ sở dữ liệu quốc gia về dân cư: cần giấy.',
    en: 'It was not looked up in the national register of the population: the paper is needed.',
  },
  at: { vi: (time: string) => `Tra cứu lúc ${time}.`, en: (time: string) => `Asked at ${time}.` },
  number: { vi: 'số định danh', en: 'personal number' },
  born: { vi: (day: string) => `sinh ngày ${day}`, en: (day: string) => `born ${day}` },
  residence: { vi: (where: string) => `, thường trú: ${where}`, en: (where: string) => `, residence: ${where}` },
});

export interface RegisterAnswerTextProps {
  readonly answer: Pick<RegisterAnswer, 'state' | 'at' | 'people' | 'component'>;
  /** What the register said, for the person themselves and for the office that decides. */
  readonly facts?: boolean;
}

export function RegisterAnswerText({ answer, facts = false }: RegisterAnswerTextProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const { state, at, people, component } = answer;
  return (
    <>
      <p data-answer={state}>
        {isAnswered(state) ? <strong>{words[state]}</strong> : words[state]}{' '}
        {at !== undefined && <span class="vc-quiet">{words.at(timeInTable(at, locale))}</span>}
      </p>
      {facts &&
        people.map(({ personalNumber, name, birthDate, residence }) => (
          <p key={personalNumber} class="vc-quiet">
            {name}, {words.number} <span class="vc-whole">{maskPersonalNumber(personalNumber)}</span>,{' '}
            {words.born(dayText(birthDate, locale))}
            {component.fact === 'residence' &&
              residence &&
              words.residence([residence.detail, residence.communeName].filter(Boolean).join(', '))}
            .
          </p>
        ))}
    </>
  );
}

const isAnswered = (state: AnswerState): boolean => state === 'answered';
