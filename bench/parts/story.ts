/** Story of one dossier of the violations bench: what happens to it, in days after it is handed in. */
import { addDays, type Day, type Instant, instant, isoOf, weekdayOf } from '../../src/platform/calendar/instant.ts';
import type { Decision, RowChange } from '../../src/platform/cases/decision.ts';
import { followingId } from '../../src/platform/db/following-id.ts';
import { stepCompleted } from '../../src/simulation/unlawful-entries.ts';
import type { SimulatedLives } from './simulated-lives.ts';

/** What happens to one dossier: when, and what. */
export interface LifeEvent {
  readonly at: Instant;
  readonly index: number;
  readonly run: () => Promise<void>;
}

/** Parts of a decision that no verb has made. */
export type Raw = Partial<Omit<Decision, 'kind'>> & { readonly unit?: string };

export const SHORT = '1.001193'; // due the next day, nothing to pay
export const LONG = '1.013225'; // 10 working days

type Values = Readonly<Record<string, string | number | boolean>>;

export class Story {
  readonly lives: SimulatedLives;
  readonly index: number;
  readonly day: Day;

  constructor(lives: SimulatedLives, index: number, day: Day) {
    this.lives = lives;
    this.index = index;
    this.day = day;
  }

  get caseId(): string {
    return this.lives.caseOf(this.index);
  }

  at(days: number, time: string): Instant {
    return instant(`${addDays(this.day, days)}T${time}`);
  }

  on(days: number, time: string, run: () => Promise<unknown>): LifeEvent {
    return { at: this.at(days, time), index: this.index, run: async () => void (await run()) };
  }

  submitted(procedure: string, channel: 'online' | 'counter' = 'online'): LifeEvent {
    return this.on(0, '08:00', () => this.lives.submit(this.index, { procedure, channel }));
  }

  begun(procedure = LONG, channel: 'online' | 'counter' = 'online'): LifeEvent[] {
    return [this.submitted(procedure, channel), this.on(0, '08:30', () => this.lives.accept(this.index))];
  }

  raw(days: number, time: string, act: Raw): LifeEvent {
    return this.on(days, time, () => this.lives.actRaw(this.index, `${days} ${time}`, act));
  }

  closed(days: number): LifeEvent {
    return this.raw(days, '16:00', this.lives.closing(this.at(days, '16:00')));
  }

  /** A row that belongs to the dossier. */
  own(table: string, values: Values): RowChange {
    return {
      table,
      op: 'insert',
      values: { id: followingId(this.caseId, table), case_id: this.caseId, ...values },
    };
  }

  /** Papers on their way to another unit since ten of the first day, to be passed on by its closing. */
  passing(more: Values = {}): LifeEvent {
    return this.#beside('dossiers.transfer', {
      content: 'papers',
      from_unit: this.lives.unit,
      to_unit: this.lives.otherUnit,
      opened_at: isoOf(this.at(0, '10:00')),
      send_by: isoOf(this.at(0, '17:00')),
      ...more,
    });
  }

  /** An opinion asked for at ten of the first day, due two days later. */
  asked(): LifeEvent {
    return this.#beside('cases.consultation', {
      unit_id: this.lives.otherUnit,
      asked_at: isoOf(this.at(0, '10:00')),
      due_at: isoOf(this.at(2, '10:00')),
    });
  }

  #beside(table: string, values: Values): LifeEvent {
    return this.raw(0, '10:00', { entries: [stepCompleted({ step: 'x' })], rows: [this.own(table, values)] });
  }

  dossier(values: Values): RowChange {
    return { table: 'dossiers.dossier', op: 'update', key: { case_id: this.caseId }, values };
  }

  /** Signed at ten on its first day. */
  decided(): Raw {
    return {
      entries: [stepCompleted({ step: 'x' })],
      change: { status: 'decided', outcome: 'approved' },
      rows: [this.dossier({ signed_at: isoOf(this.at(0, '10:00')) })],
    };
  }
}

export const dayOfIndex = (index: number, count: number, from: Day, days: number): Day => {
  const day = addDays(from, Math.floor((index / count) * days));
  // nobody hands in on a day off here: what is broken is broken for one reason
  const weekday = weekdayOf(day);
  return weekday === 0 ? addDays(day, 1) : weekday === 6 ? addDays(day, 2) : day;
};
