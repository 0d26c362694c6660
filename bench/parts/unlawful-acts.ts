/** Unlawful acts and silences, one of each of the nineteen kinds, written past the rules that would refuse them: what supervision has to find. */
import { sql } from 'kysely';
import { addDays, type Day, type Instant, instant, isoOf, weekdayOf } from '../../src/platform/calendar/instant.ts';
import type { Decision, RowChange } from '../../src/platform/cases/decision.ts';
import { followingId } from '../../src/platform/db/following-id.ts';
import type { EntryDraft } from '../../src/platform/journal/entry.ts';
import { apologySent, papersAskedFor, stepCompleted } from '../../src/simulation/unlawful-entries.ts';
import type { SimulatedLives } from './simulated-lives.ts';

/** What happens to one dossier: when, and what. */
export interface LifeEvent {
  readonly at: Instant;
  readonly index: number;
  readonly run: () => Promise<void>;
}

export const KINDS = Array.from({ length: 19 }, (_, index) => `V${String(index + 1).padStart(2, '0')}`);

const SHORT = '1.001193'; // due the next day, nothing to pay
const LONG = '1.013225'; // 10 working days

const asking = (body: Record<string, string | string[]> = {}, reason = 'Thiếu giấy.'): EntryDraft =>
  papersAskedFor({ code: 'x', slip: '1', ...body }, reason);
const apology = apologySent({}, 'Quá tải.');
const step = stepCompleted({ step: 'x' });

type Raw = Partial<Omit<Decision, 'kind'>> & { readonly unit?: string };

/** Of dossier `index`, which is handed in on `day`. A long one is closed before its own term runs out: it breaks one rule alone. */
export function unlawfulLife(lives: SimulatedLives, kind: string, index: number, day: Day): LifeEvent[] {
  const caseId = lives.caseOf(index);
  const at = (days: number, time: string): Instant => instant(`${addDays(day, days)}T${time}`);
  const on = (days: number, time: string, run: () => Promise<unknown>): LifeEvent => ({
    at: at(days, time),
    index,
    run: async () => void (await run()),
  });
  const submitted = (procedure: string, channel: 'online' | 'counter' = 'online') =>
    on(0, '08:00', () => lives.submit(index, { procedure, channel }));
  const accepted = on(0, '08:30', () => lives.accept(index));
  const raw = (days: number, time: string, act: Raw) =>
    on(days, time, () => lives.actRaw(index, `${days} ${time}`, act));
  const closed = (days: number) => raw(days, '16:00', lives.closing(at(days, '16:00')));
  const own = (table: string, values: Record<string, string | number | boolean>): RowChange => ({
    table,
    op: 'insert',
    values: { id: followingId(caseId, table), case_id: caseId, ...values },
  });
  const dossier = (values: Record<string, string | number>): RowChange => ({
    table: 'dossiers.dossier',
    op: 'update',
    key: { case_id: caseId },
    values,
  });
  const decided: Raw = {
    entries: [step],
    change: { status: 'decided', outcome: 'approved' },
    rows: [dossier({ signed_at: isoOf(at(0, '10:00')) })],
  };
  const begun = (procedure = LONG, channel: 'online' | 'counter' = 'online') => [
    submitted(procedure, channel),
    accepted,
  ];
  const now = (act: Raw) => [...begun(), raw(0, '11:00', act), closed(1)];
  switch (kind) {
    case 'V01':
      return [
        ...begun(),
        raw(0, '10:00', { entries: [asking()], rows: [dossier({ supplements: 1 })] }),
        raw(0, '11:00', { entries: [asking()] }),
        closed(1),
      ];
    case 'V02':
      return now({ entries: [asking({}, '')] });
    case 'V03':
      return [...begun(), raw(8, '10:00', { entries: [asking()] }), closed(9)];
    case 'V04':
      return [...begun(SHORT), closed(9)];
    case 'V05':
      return [
        ...begun(),
        raw(0, '10:00', { entries: [apology], rows: [dossier({ apologies: 1 })] }),
        raw(0, '11:00', { entries: [apology] }),
        closed(1),
      ];
    case 'V06':
      return [
        ...begun(),
        raw(0, '10:00', {
          entries: [step],
          rows: [
            own('dossiers.transfer', {
              content: 'papers',
              from_unit: lives.unit,
              to_unit: lives.otherUnit,
              opened_at: isoOf(at(0, '10:00')),
              send_by: isoOf(at(0, '17:00')),
            }),
          ],
        }),
        closed(4),
      ];
    case 'V07':
      return [
        ...begun(),
        raw(0, '10:00', {
          entries: [step],
          rows: [
            own('cases.consultation', {
              unit_id: lives.otherUnit,
              asked_at: isoOf(at(0, '10:00')),
              due_at: isoOf(at(2, '10:00')),
            }),
          ],
        }),
        closed(5),
      ];
    case 'V08':
      return [
        ...begun(LONG, 'counter'),
        raw(0, '10:00', {
          entries: [step],
          rows: [
            own('dossiers.component', { key: 'giay', original: true, supplied_at: isoOf(at(0, '10:00')), round: 0 }),
          ],
        }),
        closed(7),
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
        ...begun(),
        on(0, '10:00', () => lives.leaveUntold(caseId, at(0, '10:00'))),
        on(3, '10:00', () =>
          sql`update national_portal.message set sent_at = at, next_at = null where case_id = ${caseId}`.execute(
            lives.db,
          ),
        ),
        closed(3),
      ];
    case 'V13':
      return [...begun(LONG, 'counter'), raw(0, '10:00', decided), closed(11)];
    case 'V14':
      return now({ entries: [{ type: 'dossiers.result-issued', body: { number: '1' } }] });
    case 'V15':
      return [...begun(SHORT), on(0, '10:00', () => lives.refuseAfterDue(index))];
    case 'V16':
      return [
        ...begun(),
        raw(0, '10:00', decided),
        on(0, '11:00', () => lives.rate(caseId, at(0, '11:00'))),
        closed(11),
      ];
    case 'V17':
      return now({ entries: [step], unit: lives.otherUnit });
    case 'V18':
      return now({
        entries: [step],
        change: { waiting: 'other' },
        clock: [{ kind: 'paused', at: at(0, '11:00'), reason: 'other' }],
      });
    case 'V19':
      return [submitted(LONG), closed(5)];
    default:
      throw new Error(`there is no way to break ${kind}`);
  }
}

/** Lawful lives of four sorts, each ended the same day or refused in time. */
export function lawfulLife(lives: SimulatedLives, index: number, day: Day): LifeEvent[] {
  const on = (time: string, run: () => Promise<unknown>): LifeEvent => ({
    at: instant(`${day}T${time}`),
    index,
    run: async () => void (await run()),
  });
  const submitted = on('08:00', () =>
    lives.submit(index, { procedure: index % 2 === 0 ? SHORT : LONG, channel: index % 3 === 0 ? 'counter' : 'online' }),
  );
  const accepted = on('08:40', () => lives.accept(index));
  const withdrawn = on('10:30', () => lives.withdraw(index));
  switch (index % 4) {
    case 0:
      return [submitted, on('09:00', () => lives.refuse(index))];
    case 1:
      return [submitted, on('09:10', () => lives.askForPapers(index)), withdrawn];
    case 2:
      return [submitted, accepted, withdrawn];
    default:
      return [submitted, withdrawn];
  }
}

export const dayOfIndex = (index: number, count: number, from: Day, days: number): Day => {
  const day = addDays(from, Math.floor((index / count) * days));
  // nobody hands in on a day off here: what is broken is broken for one reason
  const weekday = weekdayOf(day);
  return weekday === 0 ? addDays(day, 1) : weekday === 6 ? addDays(day, 2) : day;
};
