/** Routes of those who keep the rules: heartbeat, switching on again, withdrawing a version, and what is repeated. */
import { addDays, dayOf } from '../../../platform/calendar/instant.ts';
import { newId } from '../../../platform/db/ids.ts';
import { problemOf } from '../../../platform/http/problem.ts';
import {
  type Answer,
  commandIdOf,
  fieldOf,
  type FormFields,
  get,
  notFound,
  outcomePage,
  page,
  post,
  type Route,
  seeOther,
} from '../../../platform/http/route.ts';
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { actorOf } from '../../../platform/identity/signed-in.ts';
import { can, positionFor, scope } from '../../../platform/permissions/permissions.ts';
import { findVersion } from '../../../platform/settings/setting-versions.ts';
import { isDay } from '../../../platform/text/partial-day.ts';
import { FINDINGS } from '../findings/findings-asked.ts';
import { KEEP, SEE } from '../findings/reach.ts';
import { listWithdrawable, switchOnAgain, withdrawVersion } from '../findings/withdraw-version.ts';
import { HEARTBEAT, REPEATS } from '../pages/findings-tabs.tsx';
import { HeartbeatPage } from '../pages/heartbeat-page.tsx';
import { RepeatsPage } from '../pages/repeats-page.tsx';
import { WithdrawPage } from '../pages/withdraw-page.tsx';
import { listHeartbeats } from '../read-heartbeats.ts';
import { listRepeats, REPEATED_BY, type RepeatedBy } from '../repeats.ts';
import { type Scenario, settingOf } from '../scenario.ts';
import { supervisionOf } from '../supervision.ts';
import type { SupervisionTables } from '../tables.ts';
import { readerOf, type SupervisionExchange } from './supervision-exchange.ts';

const keep = { permission: KEEP } as const;
const WITHDRAW = `${FINDINGS}/rut`;

export const keepingRoutes: readonly Route<SupervisionTables>[] = [
  get(HEARTBEAT, keep, showHeartbeat),
  post(`${HEARTBEAT}/bat-lai`, keep, switchOn),
  get(WITHDRAW, keep, (exchange) => showWithdrawal(exchange, exchange.query)),
  post(WITHDRAW, keep, withdraw),
  get(REPEATS, { permission: SEE }, showRepeats, { perMinute: 60 }),
];

async function showHeartbeat(exchange: SupervisionExchange): Promise<Answer> {
  const { db, clock, platform } = exchange;
  const { kept } = supervisionOf(platform);
  await kept.renew();
  return page(
    <HeartbeatPage
      beats={await listHeartbeats(db, { day: dayOf(clock()), at: clock() })}
      broken={kept.current().broken}
      sees={can(readerOf(exchange), SEE)}
      at={clock()}
    />,
  );
}

interface Named {
  readonly scenario: string;
  readonly version: number;
}

function namedIn(fields: FormFields): Named | undefined {
  const [scenario, version] = [fieldOf(fields, 'kichban'), fieldOf(fields, 'phienban')];
  return /^[A-Z][A-Z0-9-]{1,15}$/.test(scenario) && /^\d{1,6}$/.test(version)
    ? { scenario, version: Number(version) }
    : undefined;
}

const keeperOf = (exchange: SupervisionExchange) => {
  const reader = readerOf(exchange);
  return actorOf(reader, positionFor(reader, KEEP));
};

async function switchOn(exchange: SupervisionExchange): Promise<Answer> {
  const named = namedIn(exchange.form);
  if (!named) return notFound;
  const { platform, db } = exchange;
  const outcome = await switchOnAgain({ ...platform.acting, db }, keeperOf(exchange), {
    commandId: commandIdOf(exchange) ?? newId(),
    ...named,
  });
  return outcome.kind === 'done' ? seeOther(HEARTBEAT) : outcomePage(outcome, HEARTBEAT);
}

async function showWithdrawal(
  exchange: SupervisionExchange,
  fields: FormFields,
  asked: { readonly reason?: string; readonly error?: string } = {},
): Promise<Answer> {
  const { db, locale } = exchange;
  const named = namedIn(fields);
  const rule = named && (await findVersion<Scenario>(db, settingOf(named.scenario), named.version));
  if (!named || !rule) return notFound;
  const codes = (await listWithdrawable(db, named)).map(({ code }) => code);
  const title = inLanguage(rule.body.title, locale).text;
  return page(
    <WithdrawPage {...named} title={title} codes={codes} sees={can(readerOf(exchange), SEE)} {...asked} />,
    asked.error === undefined ? 200 : 422,
  );
}

async function withdraw(exchange: SupervisionExchange): Promise<Answer> {
  const { platform, db, form, locale } = exchange;
  const named = namedIn(form);
  const rule = named && (await findVersion<Scenario>(db, settingOf(named.scenario), named.version));
  if (!named || !rule) return notFound;
  const reason = fieldOf(form, 'reason').slice(0, 2000);
  const outcome = await withdrawVersion({ ...platform.acting, db }, keeperOf(exchange), {
    commandId: commandIdOf(exchange) ?? newId(),
    ...named,
    reason,
  });
  if (outcome.kind === 'done') return seeOther(HEARTBEAT);
  if (outcome.kind === 'refusal' && outcome.code === 'supervision.reason-missing')
    return showWithdrawal(exchange, form, { reason, error: problemOf(outcome, platform.registry, locale).title });
  return outcomePage(outcome, HEARTBEAT);
}

const MONTH_DAYS = 30;

async function showRepeats(exchange: SupervisionExchange): Promise<Answer> {
  const { db, clock, query } = exchange;
  const today = dayOf(clock());
  const asked = fieldOf(query, 'theo');
  const by = (REPEATED_BY as readonly string[]).includes(asked) ? (asked as RepeatedBy) : 'officer';
  const to = isDay(fieldOf(query, 'den')) ? fieldOf(query, 'den') : today;
  const from = isDay(fieldOf(query, 'tu')) ? fieldOf(query, 'tu') : addDays(to, -MONTH_DAYS);
  const reader = readerOf(exchange);
  const units = await scope(db, reader, { permission: SEE, day: today });
  const repeats = await listRepeats(db, { by, from, to, units });
  return page(<RepeatsPage by={by} from={from} to={to} repeats={repeats} keeps={can(reader, KEEP)} />);
}
