/** The order of linked parts in words: which are done beside each other, which wait for others, and where the lead body waits for them. Pure. */
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import type { LinkedPart, Process } from '../process-definition.ts';

export function linkedOrder({ steps, linked = [] }: Process): LocalText[] {
  const place = (key: string) => steps.findIndex((step) => step.key === key);
  return steps.flatMap((step, index): LocalText[] => {
    const begin = linked.filter(({ from }) => from === step.key);
    const before = begin.length === 0 ? [] : linked.filter(({ until }) => place(until) < index);
    const awaited = linked.filter(({ until }) => until === step.key);
    return [
      ...(begin.length === 0 ? [] : [beginning(step.name, begin, before)]),
      ...(awaited.length === 0
        ? []
        : [
            {
              vi: `Trước khi qua bước “${step.name.vi}”, cơ quan chủ trì chờ ${namesOf(awaited).vi}.`,
              en: `Before the step "${step.name.en ?? step.name.vi}" is completed the lead body waits for ${namesOf(awaited).en}.`,
            },
          ]),
    ];
  });
}

function beginning(step: LocalText, begin: readonly LinkedPart[], before: readonly LinkedPart[]): LocalText {
  const [names, earlier] = [namesOf(begin), namesOf(before)];
  const beside = begin.length === 1 ? { vi: 'bắt đầu', en: 'begins' } : { vi: 'làm song song', en: 'go side by side' };
  const after = before.length === 0 ? { vi: '', en: '' } : { vi: `, sau ${earlier.vi}`, en: `, after ${earlier.en}` };
  return {
    vi: `Khi hồ sơ đến bước “${step.vi}”: ${names.vi} ${beside.vi}${after.vi}.`,
    en: `When a dossier comes to the step "${step.en ?? step.vi}": ${names.en} ${beside.en}${after.en}.`,
  };
}

const namesOf = (parts: readonly LinkedPart[]): Required<LocalText> => ({
  vi: parts.map(({ name }) => `“${name.vi}”`).join(', '),
  en: parts.map(({ name }) => `"${name.en ?? name.vi}"`).join(', '),
});
