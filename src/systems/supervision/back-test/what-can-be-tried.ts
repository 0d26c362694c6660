/** What of a scenario can be tried on the past: which of its values the journal does not give, and whether it can be tried at all. */
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import type { CompiledScenario } from '../compile-scenario.ts';
import { isAboutSilence } from '../scenario.ts';
import type { Supervisable } from '../scenario-subject.ts';

type Both = Required<LocalText>;

export interface Triable {
  /** Values it reads that the journal does not give, or not of every case: where the rest does not decide, it stays undecided. */
  readonly unknown: readonly { readonly path: string; readonly why: Both }[];
  /** Why it can't be tried; undefined when it can. */
  readonly refusal: Both | undefined;
}

export function whatCanBeTried({ scenario, reads }: CompiledScenario, supervisable: Supervisable): Triable {
  const kind = supervisable.kinds.get(scenario.kind);
  if (!kind?.replay)
    return {
      unknown: [],
      refusal: {
        vi: 'Loại vụ việc này chưa thử lại được từ nhật ký.',
        en: 'This kind of case cannot be replayed from the journal.',
      },
    };
  const known: typeof kind.replay.unknown = { ...kind.replay.unknown, ...kind.replay.texts.values };
  const unknown = [...reads].flatMap((path) => {
    const why = known[path];
    return why ? [{ path, why }] : [];
  });
  return { unknown, refusal: refusalOf() };

  function refusalOf(): Both | undefined {
    if (isAboutSilence(scenario) && !isMomentKnown(scenario.looks.moment))
      return {
        vi: 'Mốc thời gian của kịch bản không lấy lại được từ nhật ký.',
        en: 'Its moment cannot be had from the journal.',
      };
    // asked whether it is there, a value nobody knows would count as missing: that would be a guess
    const asked = unknown.find(({ path }) =>
      new RegExp(`(answered|has)\\(\\s*${path.replaceAll('.', '\\.')}\\s*\\)`).test(scenario.condition),
    );
    return asked
      ? {
          vi: `Điều kiện hỏi “${asked.path}” đã có hay chưa, mà nhật ký không cho biết: không đoán.`,
          en: `The condition asks whether "${asked.path}" is there, which the journal does not say: nothing is guessed.`,
        }
      : undefined;
  }

  function isMomentKnown(moment: string): boolean {
    const beside = [...supervisable.facts].some(
      ([name, { moments }]) => name.startsWith(`${scenario.kind}.`) && Object.hasOwn(moments, moment),
    );
    return beside || kind?.replay?.moments[moment] !== undefined;
  }
}
