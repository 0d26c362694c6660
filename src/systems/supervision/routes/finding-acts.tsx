/** Routes of one finding: its page, the officer's answer, the supervisor's conclusion, and several concluded at once. */
import type { Outcome } from '../../../platform/cases/act.ts';
import { followingId } from '../../../platform/db/following-id.ts';
import { isId, newId } from '../../../platform/db/ids.ts';
import { problemOf } from '../../../platform/http/problem.ts';
import {
  type Answer,
  commandIdOf,
  fieldOf,
  get,
  notFound,
  outcomePage,
  page,
  post,
  type Route,
  seeOther,
  shownVersionOf,
  valuesOf,
} from '../../../platform/http/route.ts';
import { actorOf } from '../../../platform/identity/signed-in.ts';
import { isWithin, positionFor } from '../../../platform/permissions/permissions.ts';
import { readEvidence } from '../findings/finding-evidence.ts';
import { findFinding, type FindingReach, type FindingState, isAnswerable } from '../findings/finding-state.ts';
import { answerFinding, concludeFinding } from '../findings/findings.ts';
import { FINDINGS } from '../findings/findings-asked.ts';
import { OWN, SEE } from '../findings/reach.ts';
import { BulkConcludePage, type BulkLine } from '../pages/bulk-conclude-page.tsx';
import { FindingPage, type FindingPageProps } from '../pages/finding-page.tsx';
import type { SupervisionTables } from '../tables.ts';
import { reachOfExchange, readerOf, type SupervisionExchange } from './supervision-exchange.ts';

const own = { permission: OWN } as const;
const see = { permission: SEE } as const;
const AT_ONCE = 50;

export const findingActRoutes: readonly Route<SupervisionTables>[] = [
  get(`${FINDINGS}/ket-luan`, see, askBulk),
  post(`${FINDINGS}/ket-luan`, see, concludeBulk),
  get(`${FINDINGS}/:code`, own, (exchange) => showFinding(exchange)),
  post(`${FINDINGS}/:code/giai-trinh`, own, answer),
  post(`${FINDINGS}/:code/ket-luan`, see, conclude),
];

type Asked = Pick<FindingPageProps, 'sent' | 'error'>;

async function showFinding(exchange: SupervisionExchange, asked: Asked = {}, status = 200): Promise<Answer> {
  const reach = await reachOfExchange(exchange);
  const finding = await findFinding(exchange.db, { code: exchange.params.code ?? '' }, reach);
  if (!finding) return notFound;
  const isOpen = finding.status !== 'closed';
  return page(
    <FindingPage
      finding={finding}
      evidence={await readEvidence(exchange.db, finding)}
      answerable={isOpen && isAnswerable(finding, { account: reach.accountId, seats: reach.seats })}
      concludable={isOpen && finding.officer !== reach.accountId && isWithin(reach.units, finding.unit)}
      titles={(type) => exchange.platform.registry.entries.get(type)?.title ?? { vi: type }}
      {...asked}
    />,
    status,
  );
}

/** Mistakes that a person puts right on the spot, and at which question. */
const FIELDS: Readonly<Record<string, 'reply' | 'conclusion' | 'reason'>> = {
  'supervision.answer-empty': 'reply',
  'supervision.conclusion-missing': 'conclusion',
  'supervision.reason-missing': 'reason',
};

async function answer(exchange: SupervisionExchange): Promise<Answer> {
  const reach = await reachOfExchange(exchange);
  const reader = readerOf(exchange);
  const finding = await findFinding(exchange.db, { code: exchange.params.code ?? '' }, reach);
  if (!finding) return notFound;
  const reply = fieldOf(exchange.form, 'reply').slice(0, 4000);
  const outcome = await answerFinding(
    actingOf(exchange),
    { actor: actorOf(reader, positionFor(reader, OWN)), reach },
    { ...commandOf(exchange, finding), reply, seats: reach.seats },
  );
  return answered(exchange, finding, outcome, { reply });
}

async function conclude(exchange: SupervisionExchange): Promise<Answer> {
  const reach = await reachOfExchange(exchange);
  const finding = await findSupervised(exchange, exchange.params.code ?? '', reach);
  if (!finding) return notFound;
  const sent = {
    conclusion: fieldOf(exchange.form, 'conclusion'),
    reason: fieldOf(exchange.form, 'reason').slice(0, 2000),
  };
  const reader = readerOf(exchange);
  const outcome = await concludeFinding(
    actingOf(exchange),
    { actor: actorOf(reader, positionFor(reader, SEE)), reach },
    { ...commandOf(exchange, finding), ...sent },
  );
  return answered(exchange, finding, outcome, sent);
}

/** One's own finding is seen, and concluded by somebody else: only what the units reach is. */
async function findSupervised(
  { db }: SupervisionExchange,
  code: string,
  reach: FindingReach,
): Promise<FindingState | undefined> {
  const finding = await findFinding(db, { code }, reach);
  return finding && isWithin(reach.units, finding.unit) ? finding : undefined;
}

const actingOf = ({ platform, db }: SupervisionExchange) => ({ ...platform.acting, db });

function commandOf(exchange: SupervisionExchange, { id }: FindingState) {
  const shownVersion = shownVersionOf(exchange);
  return {
    commandId: commandIdOf(exchange) ?? newId(),
    caseId: id,
    ...(shownVersion === undefined ? {} : { shownVersion }),
  };
}

function answered(
  exchange: SupervisionExchange,
  { code }: FindingState,
  outcome: Outcome,
  sent: NonNullable<FindingPageProps['sent']>,
): Answer | Promise<Answer> {
  if (outcome.kind === 'done') return seeOther(`${FINDINGS}/${code}`);
  const name = outcome.kind === 'refusal' ? FIELDS[outcome.code] : undefined;
  if (!name) return outcomePage(outcome, `${FINDINGS}/${code}`);
  const message = problemOf(outcome, exchange.platform.registry, exchange.locale).title;
  return showFinding(exchange, { sent, error: { name, message } }, 422);
}

async function askBulk(exchange: SupervisionExchange, asked: Asked = {}, status = 200): Promise<Answer> {
  const fields = exchange.form.chon === undefined ? exchange.query : exchange.form;
  const ids = [...new Set(valuesOf(fields, 'chon'))].filter(isId);
  const reach = await reachOfExchange(exchange);
  const chosen: FindingState[] = [];
  for (const id of ids.slice(0, AT_ONCE)) {
    const finding = await findFinding(exchange.db, { id }, reach);
    if (finding && finding.status !== 'closed' && isWithin(reach.units, finding.unit)) chosen.push(finding);
  }
  return page(<BulkConcludePage chosen={chosen} leftOut={ids.length - chosen.length} {...asked} />, status);
}

/** One act for each, each refused or done by itself. */
async function concludeBulk(exchange: SupervisionExchange): Promise<Answer> {
  const { form, db, platform, locale } = exchange;
  const sent = { conclusion: fieldOf(form, 'conclusion'), reason: fieldOf(form, 'reason').slice(0, 2000) };
  const missing = sent.conclusion === '' ? 'supervision.conclusion-missing' : 'supervision.reason-missing';
  if (sent.conclusion === '' || sent.reason.trim() === '') {
    const message = problemOf({ kind: 'refusal', code: missing, values: {} }, platform.registry, locale).title;
    return askBulk(exchange, { sent, error: { name: FIELDS[missing] ?? 'reason', message } }, 422);
  }
  const reach = await reachOfExchange(exchange);
  const reader = readerOf(exchange);
  const actor = actorOf(reader, positionFor(reader, SEE));
  const press = commandIdOf(exchange) ?? newId();
  const lines: BulkLine[] = [];
  for (const id of [...new Set(valuesOf(form, 'chon'))].filter(isId).slice(0, AT_ONCE)) {
    const finding = await findFinding(db, { id }, reach);
    if (!finding || !isWithin(reach.units, finding.unit)) continue;
    const shown = Number(fieldOf(form, `version.${id}`));
    const outcome = await concludeFinding(
      actingOf(exchange),
      { actor, reach },
      {
        commandId: followingId(press, id),
        caseId: id,
        ...sent,
        ...(Number.isSafeInteger(shown) && shown > 0 ? { shownVersion: shown } : {}),
      },
    );
    lines.push({
      code: finding.code,
      ...(outcome.kind === 'done' ? {} : { why: problemOf(outcome, platform.registry, locale).title }),
    });
  }
  return page(<BulkConcludePage chosen={[]} leftOut={0} done={lines} />);
}
