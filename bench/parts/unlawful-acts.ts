/** Unlawful acts and silences, one of each of the nineteen kinds, written past the rules that would refuse them: what supervision has to find. */
import { type Day, isoOf } from '../../src/platform/calendar/instant.ts';
import type { EntryDraft } from '../../src/platform/journal/entry.ts';
import { apologySent, papersAskedFor, stepCompleted } from '../../src/simulation/unlawful-entries.ts';
import type { SimulatedLives } from './simulated-lives.ts';
import { type LifeEvent, LONG, type Raw, SHORT, Story } from './story.ts';

export const KINDS = Array.from({ length: 19 }, (_, index) => `V${String(index + 1).padStart(2, '0')}`);

export const asking = (body: Record<string, string | string[]> = {}, reason = 'Thiếu giấy.'): EntryDraft =>
  papersAskedFor({ code: 'x', slip: '1', ...body }, reason);
const apology = apologySent({}, 'Quá tải.');
export const step = stepCompleted({ step: 'x' });

/** Of dossier `index`, which is handed in on `day`. A long one is closed before its own term runs out: it breaks one rule alone. */
export function unlawfulLife(lives: SimulatedLives, kind: string, index: number, day: Day): LifeEvent[] {
  const story = new Story(lives, index, day);
  const { caseId } = story;
  const now = (act: Raw) => [...story.begun(), story.raw(0, '11:00', act), story.closed(1)];
  switch (kind) {
    case 'V01':
      return [
        ...story.begun(),
        story.raw(0, '10:00', { entries: [asking()], rows: [story.dossier({ supplements: 1 })] }),
        story.raw(0, '11:00', { entries: [asking()] }),
        story.closed(1),
      ];
    case 'V02':
      return now({ entries: [asking({}, '')] });
    case 'V03':
      return [...story.begun(), story.raw(8, '10:00', { entries: [asking()] }), story.closed(9)];
    case 'V04':
      return [...story.begun(SHORT), story.closed(9)];
    case 'V05':
      return [
        ...story.begun(),
        story.raw(0, '10:00', { entries: [apology], rows: [story.dossier({ apologies: 1 })] }),
        story.raw(0, '11:00', { entries: [apology] }),
        story.closed(1),
      ];
    case 'V06':
      return [...story.begun(), story.passing(), story.closed(4)];
    case 'V07':
      return [...story.begun(), story.asked(), story.closed(5)];
    case 'V08':
      return [
        ...story.begun(LONG, 'counter'),
        story.raw(0, '10:00', {
          entries: [step],
          rows: [
            story.own('dossiers.component', {
              key: 'giay',
              original: true,
              supplied_at: isoOf(story.at(0, '10:00')),
              round: 0,
            }),
          ],
        }),
        story.closed(7),
      ];
    case 'V09':
      return now({
        entries: [
          { type: 'dossiers.payment-asked', body: { total: 50_000, paid: 0, items: [{ key: 'tip', amount: 50_000 }] } },
        ],
      });
    case 'V10':
      return now({ entries: [asking({ components: ['giay-khong-co'] })] });
    case 'V11':
      return now({
        entries: [
          { type: 'dossiers.dossier-accepted', version: 2, body: { promised: '2027-12-31T17:00:00+07:00', slip: '1' } },
        ],
      });
    case 'V12':
      return [
        ...story.begun(),
        story.on(0, '10:00', () => lives.leaveUntold(caseId, story.at(0, '10:00'))),
        story.on(3, '10:00', () => lives.tell(caseId)),
        story.closed(3),
      ];
    case 'V13':
      return [...story.begun(LONG, 'counter'), story.raw(0, '10:00', story.decided()), story.closed(11)];
    case 'V14':
      return now({ entries: [{ type: 'dossiers.result-issued', body: { number: '1' } }] });
    case 'V15':
      return [...story.begun(SHORT), story.on(0, '10:00', () => lives.refuseAtDue(index, 1))];
    case 'V16':
      return [
        ...story.begun(),
        story.raw(0, '10:00', story.decided()),
        story.on(0, '11:00', () => lives.rate(caseId, story.at(0, '11:00'))),
        story.closed(11),
      ];
    case 'V17':
      return now({ entries: [step], unit: lives.otherUnit });
    case 'V18':
      return now({
        entries: [step],
        change: { waiting: 'other' },
        clock: [{ kind: 'paused', at: story.at(0, '11:00'), reason: 'other' }],
      });
    case 'V19':
      return [story.submitted(LONG), story.closed(5)];
    default:
      throw new Error(`there is no way to break ${kind}`);
  }
}
