/** Demo incidents: a few invented events of the last days, through the verbs of the operations centre, so that its wall has something to show. */
import { sql } from 'kysely';
import { dayOf, type Instant } from '../platform/calendar/instant.ts';
import { MINUTE } from '../platform/calendar/working-time.ts';
import type { ActEnvironment, Actor, Outcome } from '../platform/cases/act.ts';
import type { Severity } from '../platform/system/contributions.ts';
import type { Platform } from '../platform/system/platform.ts';
import { programActor } from '../platform/identity/signed-in.ts';
import { idOf } from '../simulation/random.ts';
import { arriveOnSite, closeIncident, takeIncident } from '../systems/operations-centre/incidents.ts';
import { openIncident } from '../systems/operations-centre/open-incident.ts';
import { beginShift, endShift, noteShift } from '../systems/operations-centre/shifts.ts';
import type { CentreTables } from '../systems/operations-centre/tables.ts';

interface InventedIncident {
  readonly title: { readonly vi: string; readonly en: string };
  readonly kind: string;
  readonly severity: Severity;
  /** Code of the commune. */
  readonly commune: string;
  readonly minutesAgo: number;
  readonly stage: 'new' | 'taken' | 'on-site' | 'closed';
}

const INVENTED: readonly InventedIncident[] = [
  {
    title: { vi: 'Cháy rừng Lò Gò – Xa Mát, 2,4 ha', en: 'Forest fire, Lò Gò – Xa Mát, 2.4 ha' },
    kind: 'fire',
    severity: 4,
    commune: '25489',
    minutesAgo: 77,
    stage: 'taken',
  },
  {
    title: { vi: 'Lũ Vàm Cỏ Tây vượt báo động 2', en: 'Vàm Cỏ Tây over alarm 2' },
    kind: 'flood',
    severity: 3,
    commune: '27817',
    minutesAgo: 35,
    stage: 'taken',
  },
  {
    title: { vi: 'Khói bụi khu công nghiệp Đức Hòa 3', en: 'Smoke, industrial park Đức Hòa 3' },
    kind: 'air',
    severity: 3,
    commune: '27976',
    minutesAgo: 65,
    stage: 'new',
  },
  {
    title: { vi: 'Tai nạn liên hoàn, Quốc lộ 22', en: 'Pile-up on national road 22' },
    kind: 'traffic',
    severity: 2,
    commune: '25654',
    minutesAgo: 14,
    stage: 'on-site',
  },
  {
    title: { vi: 'Mất điện trạm bơm chống ngập', en: 'No power at the flood pumps' },
    kind: 'utility',
    severity: 2,
    commune: '28159',
    minutesAgo: 105,
    stage: 'taken',
  },
  {
    title: { vi: 'Vỡ ống cấp nước đường Hùng Vương', en: 'Burst water main, Hùng Vương' },
    kind: 'utility',
    severity: 2,
    commune: '27694',
    minutesAgo: 53,
    stage: 'on-site',
  },
  {
    title: { vi: 'Cây đổ chắn đường 784', en: 'Fallen tree on road 784' },
    kind: 'traffic',
    severity: 1,
    commune: '25459',
    minutesAgo: 900,
    stage: 'closed',
  },
];

/** Leaders of the province who have the first shifts of a demonstration: one has handed over to the other. */
async function inventShifts(platform: Platform, now: Instant): Promise<void> {
  const acting = platform.acting as unknown as ActEnvironment<CentreTables>;
  const found = await sql<{ unit: string; account: string; position: string }>`
    select u.id as unit, h.account_id as account, p.id as position
    from organisation.unit u join organisation.area a on a.id = u.area_id and a.level = 'province'
      join organisation.position p on p.unit_id = u.id and p.role = 'CT'
      join organisation.holding h on h.position_id = p.id and daterange(h.valid_from, h.valid_to, '[]') @> ${dayOf(now)}::date
    where u.kind = 'people-committee' and daterange(u.valid_from, u.valid_to, '[]') @> ${dayOf(now)}::date
    order by p.key desc limit 2
  `.execute(platform.db);
  const [first, next] = found.rows;
  if (!first || !next) return;
  const { unit, account, position } = first;
  const actor: Actor = { id: account, kind: 'person', account, position, unit };
  const shared = { caseId: unit, unitId: unit };
  const at = (minutes: number) => ({ ...acting, clock: () => (now - minutes * MINUTE) as Instant });
  const act = (name: string): string => idOf(`demo.shift.${name}`);
  const done: Outcome[] = [
    await beginShift(at(540), actor, { ...shared, commandId: act('begin') }),
    await noteShift(at(300), actor, {
      ...shared,
      commandId: act('note'),
      note: 'Mực nước Vàm Cỏ Đông tại Gò Dầu dưới báo động 1, các trạm bơm chạy bình thường.',
    }),
    await endShift(at(60), actor, {
      ...shared,
      commandId: act('end'),
      to: next.account,
      note: 'Đã báo xã Tân Lập về cháy rừng; theo dõi tiếp mực nước Vàm Cỏ Tây.',
    }),
  ];
  const failed = done.find((outcome) => outcome.kind !== 'done');
  if (failed) throw new Error(`the invented shift was not taken: ${JSON.stringify(failed)}`);
}

/** Marked as simulated, as everything of a demonstration; each is made once, however often the seed begins. */
export async function inventIncidents(platform: Platform): Promise<void> {
  const now = platform.clock();
  for (const [index, invented] of INVENTED.entries()) await invent(platform, invented, { index, now });
  await inventShifts(platform, now);
}

async function invent(
  platform: Platform,
  { title, kind, severity, commune, minutesAgo, stage }: InventedIncident,
  { index, now }: { readonly index: number; readonly now: Instant },
): Promise<void> {
  const begun = (now - minutesAgo * MINUTE) as Instant;
  const acting = platform.acting as unknown as ActEnvironment<CentreTables>;
  const envAt = (minutes: number): ActEnvironment<CentreTables> => ({
    ...acting,
    clock: () => Math.min(now, begun + minutes * MINUTE) as Instant,
  });
  const place = await findPlace(platform, commune, now);
  if (!place) return;
  const caseId = idOf(`demo.incident.${index}`);
  const opened = await openIncident(envAt(2), programActor('demo.seed'), {
    commandId: caseId,
    caseId,
    kind,
    severity,
    title,
    place: null,
    areaId: place.areaId,
    point: null,
    at: begun,
    simulated: true,
    by: 'hand',
    drill: null,
    signal: null,
  });
  if (opened.kind !== 'done' || opened.repeated || stage === 'new' || !place.actor) return;
  const shared = { caseId, reach: 'all' as const };
  const act = (name: string): string => idOf(`demo.incident.${index}.${name}`);
  const done: Outcome[] = [
    await takeIncident(envAt(6), place.actor, { ...shared, commandId: act('take'), unitId: place.unitId }),
  ];
  if (stage === 'on-site')
    done.push(await arriveOnSite(envAt(11), place.actor, { ...shared, commandId: act('on-site') }));
  if (stage === 'closed')
    done.push(
      await closeIncident(envAt(240), place.actor, {
        ...shared,
        commandId: act('close'),
        outcome: 'resolved',
        note: 'Đã dọn xong, thông đường.',
      }),
    );
  const failed = done.find((outcome) => outcome.kind !== 'done');
  if (failed) throw new Error(`the invented incident ${title.vi} was not acted on: ${JSON.stringify(failed)}`);
}

interface InventedPlace {
  readonly areaId: string;
  readonly unitId: string;
  /** A leader of the commune; undefined where nobody holds such a position. */
  readonly actor: Actor | undefined;
}

async function findPlace({ db }: Platform, commune: string, at: Instant): Promise<InventedPlace | undefined> {
  const day = dayOf(at);
  const found = await sql<{ areaId: string; unitId: string; account: string | null; position: string | null }>`
    select a.id as "areaId", u.id as "unitId", h.account_id as account, p.id as position
    from organisation.area a join organisation.unit u on u.area_id = a.id and u.kind = 'people-committee'
      left join organisation.position p on p.unit_id = u.id and p.role = 'CT'
      left join organisation.holding h on h.position_id = p.id and daterange(h.valid_from, h.valid_to, '[]') @> ${day}::date
    where a.code = ${commune} and daterange(a.valid_from, a.valid_to, '[]') @> ${day}::date
      and daterange(u.valid_from, u.valid_to, '[]') @> ${day}::date
    order by h.account_id is null, p.key limit 1
  `.execute(db);
  const row = found.rows[0];
  if (!row) return undefined;
  const { areaId, unitId, account, position } = row;
  return {
    areaId,
    unitId,
    actor:
      account === null || position === null
        ? undefined
        : { id: account, kind: 'person', account, position, unit: unitId },
  };
}
