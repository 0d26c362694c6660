/** Places (quầy): an officer opens one for some groups of services, and closes it when nobody stands before it. */
import { isoOf } from '../../platform/calendar/instant.ts';
import type { Actor, Outcome } from '../../platform/cases/act.ts';
import { refuse, type RowChange } from '../../platform/cases/decision.ts';
import { newId } from '../../platform/db/ids.ts';
import { actInHall, type CounterDb, type CounterEnv, type HallCommand, nothing } from './hall-act.ts';
import { findGroup, getRules } from './rules.ts';

export interface OpenPlace extends HallCommand {
  readonly number: number;
  readonly groups: readonly string[];
}

export const openPlace = (env: CounterEnv, actor: Actor, command: OpenPlace): Promise<Outcome> =>
  actInHall(env, actor, command, {
    name: 'counter.open-place',
    async decide(trx, at) {
      const { unitId, number } = command;
      const rules = await getRules(trx);
      const groups = command.groups.filter((key) => findGroup(rules, key));
      if (!Number.isInteger(number) || number < 1 || number > 99) return refuse('counter.place-number');
      if (groups.length === 0) return refuse('counter.place-without-groups');
      const own = await findOwnPlace(trx, actor.id);
      if (own && (own.unit_id !== unitId || own.number !== number))
        return refuse('counter.sits-elsewhere', { place: own.number });
      const known = await trx
        .selectFrom('counter.place')
        .selectAll()
        .where('unit_id', '=', unitId)
        .where('number', '=', number)
        .executeTakeFirst();
      if (known?.account_id && known.account_id !== actor.id) return refuse('counter.place-taken', { place: number });
      const id = known?.id ?? newId();
      const values = { group_keys: groups, account_id: actor.id, opened_at: isoOf(at), priority_run: 0 };
      const row: RowChange = known
        ? {
            table: 'counter.place',
            op: 'update',
            key: { id },
            values: { ...values, version: known.version + 1 },
            version: known.version,
          }
        : { table: 'counter.place', op: 'insert', values: { id, unit_id: unitId, number, version: 1, ...values } };
      return {
        kind: 'write',
        subject: { type: 'counter.place', id },
        rows: [row],
        entries: [{ type: 'counter.place-opened', body: { place: number, groups } }],
        answer: { place: id },
      };
    },
  });

export const closePlace = (env: CounterEnv, actor: Actor, command: HallCommand): Promise<Outcome> =>
  actInHall(env, actor, command, {
    name: 'counter.close-place',
    async decide(trx) {
      const place = await findOwnPlace(trx, actor.id);
      if (!place || place.unit_id !== command.unitId) return nothing;
      if (await findAtPlace(trx, place.id)) return refuse('counter.somebody-at-place');
      return {
        kind: 'write',
        subject: { type: 'counter.place', id: place.id },
        rows: [closedPlace(place)],
        entries: [{ type: 'counter.place-closed', body: { place: place.number } }],
        answer: { place: place.id },
      };
    },
  });

export const closedPlace = ({ id, version }: { readonly id: string; readonly version: number }): RowChange => ({
  table: 'counter.place',
  op: 'update',
  key: { id },
  values: { account_id: null, opened_at: null, version: version + 1 },
  version,
});

/** Where the officer sits now. */
export const findOwnPlace = (db: CounterDb, accountId: string) =>
  db.selectFrom('counter.place').selectAll().where('account_id', '=', accountId).executeTakeFirst();

export type Place = NonNullable<Awaited<ReturnType<typeof findOwnPlace>>>;

/** Who was called to a place or is served there. */
export const findAtPlace = (db: CounterDb, placeId: string) =>
  db
    .selectFrom('counter.ticket')
    .selectAll()
    .where('place_id', '=', placeId)
    .where('state', 'in', ['called', 'serving'])
    .executeTakeFirst();

export const listPlaces = (db: CounterDb, unitId: string) =>
  db.selectFrom('counter.place').selectAll().where('unit_id', '=', unitId).orderBy('number').execute();
