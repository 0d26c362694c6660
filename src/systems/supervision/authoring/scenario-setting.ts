/** A scenario as a dated setting: what differs between two versions, what can't be published, and who must have agreed before it may block an act. */
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { type Fault, fault } from '../../../platform/pack/fault.ts';
import type { Difference, Setting } from '../../../platform/settings/setting.ts';
import { compileScenario } from '../compile-scenario.ts';
import { isAboutSilence, type Scenario, settingOf } from '../scenario.ts';
import type { Subjects, Supervisable } from '../scenario-subject.ts';
import { unapprovedBlock } from '../block/block-approval.ts';
import { EFFECT_WORDS, scenarioTexts, SEVERITY_WORDS } from './scenario-words.ts';

type Both = Required<LocalText>;

interface Speech {
  readonly supervisable: Supervisable;
  readonly subjects: Subjects;
}

export const scenarioSetting = (code: string, speech: Speech): Setting<Scenario> => ({
  name: settingOf(code),
  blank: blankScenario(code),
  compare,
  check: (scenario) => [...(compileScenario(scenario, 0, speech).faults ?? []), ...withoutExamples(scenario)],
  objections: (db, { body, digest, last }) => unapprovedBlock(db, { scenario: body, digest, last }),
});

/** Before anything is written: the kind that comes first, on no act, deciding nothing. */
export const blankScenario = (code: string): Scenario => ({
  code,
  title: { vi: '', en: '' },
  basis: '',
  kind: '',
  looks: { acts: [] },
  condition: '',
  severity: 'medium',
  message: { vi: '', en: '' },
  tells: [],
  answerWithin: '3wd',
  effect: 'record',
  lawful: [],
  unlawful: [],
});

/** The heartbeat of a scenario tries its examples: one that has none could not be shown to work. */
function withoutExamples({ lawful, unlawful }: Scenario): Fault[] {
  return [
    ...(lawful.length > 0
      ? []
      : [
          fault(
            'supervision.no-example',
            'lawful',
            'Cần ít nhất một ví dụ đúng luật để thử kịch bản.',
            'It needs a lawful example to be tried on.',
          ),
        ]),
    ...(unlawful.length > 0
      ? []
      : [
          fault(
            'supervision.no-example',
            'unlawful',
            'Cần ít nhất một ví dụ vi phạm để thử kịch bản.',
            'It needs an unlawful example to be tried on.',
          ),
        ]),
  ];
}

function compare(before: Scenario, after: Scenario): Difference[] {
  const [was, is] = [linesOf(before), linesOf(after)];
  return Object.keys(is).flatMap((key): Difference[] => {
    const [old, fresh] = [was[key] ?? null, is[key] ?? null];
    if (old?.vi === fresh?.vi && old?.en === fresh?.en) return [];
    const name = key as keyof ReturnType<typeof scenarioTexts>;
    const what = { vi: scenarioTexts('vi')[name] as string, en: scenarioTexts('en')[name] as string };
    return [{ key, what, before: old, after: fresh }];
  });
}

function linesOf(scenario: Scenario): Record<string, Both | null> {
  if (scenario.kind === '') return {};
  const { title, basis, confirm, kind, condition, severity, message, coolDown, answerWithin, effect } = scenario;
  return {
    titleVi: plain(title.vi),
    titleEn: plain(title.en),
    basis: plain(basis),
    confirm: plain(confirm),
    kind: plain(kind),
    acts: plain(isAboutSilence(scenario) ? '' : (scenario.looks as { acts: string[] }).acts.join(', ')),
    moment: plain(isAboutSilence(scenario) ? scenario.looks.moment : ''),
    offset: plain(isAboutSilence(scenario) ? scenario.looks.offset : ''),
    condition: plain(condition),
    severity: SEVERITY_WORDS[severity],
    messageVi: plain(message.vi),
    messageEn: plain(message.en),
    tells: plain(tellsText(scenario).replaceAll('\n', ', ')),
    coolDown: plain(coolDown),
    answerWithin: plain(answerWithin),
    effect: EFFECT_WORDS[effect],
    validFrom: plain(scenario.validFrom),
    validTo: plain(scenario.validTo),
    lawful: plain(scenario.lawful.map((one) => JSON.stringify(one)).join('\n')),
    unlawful: plain(scenario.unlawful.map((one) => JSON.stringify(one)).join('\n')),
  };
}

const plain = (text: string | undefined): Both | null => (text ? { vi: text, en: text } : null);

/** A role on each line; `+` after it: where the unit has none, of the nearest one above. */
export const tellsText = ({ tells }: Scenario): string =>
  tells.map(({ role, above }) => `${role}${above ? '+' : ''}`).join('\n');
