/** Routes of those who keep the plan: the score with what waits, one target, entering a value and deciding on it. */
import { newId, isId } from '../../../platform/db/ids.ts';
import { findFiles, readFileBytes, storeFile } from '../../../platform/files/store-file.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { problemOf } from '../../../platform/http/problem.ts';
import {
  type Answer,
  commandIdOf,
  fieldOf,
  file as fileAnswer,
  get,
  notFound,
  outcomePage,
  page,
  post,
  type Route,
  seeOther,
} from '../../../platform/http/route.ts';
import type { Outcome } from '../../../platform/cases/act.ts';
import type { FieldError } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { getPlan } from '../current-definition.ts';
import { type DecideValue, decideValue } from '../decide-value.ts';
import { enterValue } from '../enter-value.ts';
import { APPROVE, ENTER, keeperOf, type PlanExchange, type PlanPerson, SEE } from '../office.ts';
import { OfficePlanPage } from '../pages/office-plan-page.tsx';
import { OfficeTargetPage } from '../pages/office-target-page.tsx';
import { readFilter } from '../pages/scoreboard-part.tsx';
import { readScore } from '../read-score.ts';
import { listWaiting } from '../sheets/approve-record.ts';
import { readValue } from '../read-value.ts';
import type { PlanTables } from '../tables.ts';
import { findValue, listDrafts, listOfTarget, type PlanValue } from '../values.ts';

const texts = defineTexts({ choose: { vi: 'Chọn số liệu cần hủy.', en: 'Choose the value to annul.' } });

export const OFFICE_PLAN = '/can-bo/de-an';
const TARGETS = `${OFFICE_PLAN}/chi-tieu`;
const VALUES = `${OFFICE_PLAN}/gia-tri`;
const UPLOAD_LIMIT = 11 * 1024 * 1024;

export const officePlanRoutes: readonly Route<PlanTables>[] = [
  get(OFFICE_PLAN, { permission: SEE }, showPlan),
  get(`${TARGETS}/:id`, { permission: SEE }, (exchange) => showTarget(exchange, exchange.params.id ?? '')),
  post(`${TARGETS}/:id/nhap`, { permission: ENTER }, enter, { bodyLimit: UPLOAD_LIMIT }),
  post(`${TARGETS}/:id/huy`, { permission: APPROVE }, annul),
  post(`${VALUES}/:id/duyet`, { permission: APPROVE }, (exchange) => decide(exchange, 'approve')),
  post(`${VALUES}/:id/khong-duyet`, { permission: APPROVE }, (exchange) => decide(exchange, 'refuse')),
  post(`${VALUES}/:id/rut`, { permission: ENTER }, (exchange) => decide(exchange, 'withdraw')),
  get(`${VALUES}/:id/van-ban`, { permission: SEE }, openDocument),
];

async function showPlan({ db, platform, query }: PlanExchange): Promise<Answer> {
  const [score, drafts, waiting] = await Promise.all([readScore({ ...platform, db }), listDrafts(db), listWaiting(db)]);
  const filter = readFilter(fieldOf(query, 'loc'));
  return page(<OfficePlanPage score={score} filter={filter} drafts={drafts} waiting={waiting} path={OFFICE_PLAN} />);
}

async function showTarget(exchange: PlanExchange, id: string, errors: readonly FieldError[] = []): Promise<Answer> {
  const { db, platform, form, signedIn } = exchange;
  const [score, values] = await Promise.all([readScore({ ...platform, db }), listOfTarget(db, id)]);
  const of = score.targets.find(({ target }) => target.id === id);
  if (!of) return notFound;
  return page(
    <OfficeTargetPage
      score={score}
      of={of}
      values={values}
      path={OFFICE_PLAN}
      mayEnter={keeperOf(exchange, score.plan, ENTER) !== undefined}
      mayDecide={keeperOf(exchange, score.plan, APPROVE) !== undefined}
      account={signedIn?.accountId}
      errors={errors}
      typed={(name) => fieldOf(form, name)}
    />,
    errors.length > 0 ? 422 : 200,
  );
}

async function enter(exchange: PlanExchange): Promise<Answer> {
  const { db, platform, params } = exchange;
  const { plan } = await getPlan(db);
  const keeper = keeperOf(exchange, plan, ENTER);
  const target = plan.targets.find(({ id }) => id === params.id);
  const commandId = commandIdOf(exchange);
  if (!keeper || !target || !commandId) return notFound;
  const read = readValue(exchange, target);
  if (read.errors) return showTarget(exchange, target.id, read.errors);
  const stored = await storeDocument(exchange, { keeper, owner: commandId });
  if (stored.fault !== undefined) return showTarget(exchange, target.id, [{ name: 'file', message: stored.fault }]);
  const file = stored.file ?? null;
  const outcome = await enterValue({ ...platform.acting, db }, keeper, { commandId, value: read.value, file });
  return afterAct(exchange, outcome, target.id);
}

/** The stored file's id, or a sentence saying why it was not taken; neither where none was chosen. */
async function storeDocument(
  { uploads, db, platform, clock, locale }: PlanExchange,
  { keeper, owner }: { readonly keeper: PlanPerson; readonly owner: string },
): Promise<{ readonly file?: string; readonly fault?: string }> {
  const upload = uploads.find(({ field, bytes }) => field === 'file' && bytes.length > 0);
  if (!upload) return {};
  const house = { db, config: platform.config };
  // a form sent twice names the file it brought the first time: one command is one entry with one body
  const [before] = await findFiles(house, { owner });
  if (before) return { file: before.id };
  const { file, fault } = await storeFile(house, {
    name: upload.name,
    mime: upload.type,
    bytes: upload.bytes,
    purpose: 'component',
    owner: { type: 'plan.value', id: owner },
    uploadedBy: keeper.account,
    at: clock(),
  });
  return file ? { file: file.id } : { fault: fault.message[locale] ?? fault.message.vi };
}

const decide = (exchange: PlanExchange, verdict: DecideValue['verdict']): Promise<Answer> => {
  const id = exchange.params.id ?? '';
  return decideOn(exchange, { id, verdict, reason: fieldOf(exchange.form, `reason.${id}`) });
};

async function annul(exchange: PlanExchange): Promise<Answer> {
  const { db, form, params, locale } = exchange;
  const id = fieldOf(form, 'annul');
  const value = isId(id) ? await findValue(db, id) : undefined;
  if (value?.target !== params.id)
    return showTarget(exchange, params.id ?? '', [{ name: 'annul', message: texts(locale).choose }]);
  return decideOn(exchange, { id, verdict: 'annul', reason: fieldOf(form, 'annulReason') });
}

async function decideOn(
  exchange: PlanExchange,
  { id, verdict, reason }: Pick<DecideValue, 'verdict' | 'reason'> & { readonly id: string },
): Promise<Answer> {
  const { db, platform } = exchange;
  const { plan } = await getPlan(db);
  const keeper = keeperOf(exchange, plan, verdict === 'withdraw' ? ENTER : APPROVE);
  const value = isId(id) ? await findValue(db, id) : undefined;
  if (!keeper || !value) return notFound;
  const outcome = await decideValue({ ...platform.acting, db }, keeper, {
    commandId: commandIdOf(exchange) ?? newId(),
    value: id,
    verdict,
    reason: reason.normalize('NFC').trim().slice(0, 1000),
  });
  return afterAct(exchange, outcome, value.target);
}

async function afterAct(exchange: PlanExchange, outcome: Outcome, target: string): Promise<Answer> {
  if (outcome.kind === 'done') return seeOther(`${TARGETS}/${target}`);
  if (outcome.kind !== 'refusal') return outcomePage(outcome, `${TARGETS}/${target}`);
  const { title } = problemOf(outcome, exchange.platform.registry, exchange.locale);
  return showTarget(exchange, target, [{ message: title }]);
}

async function openDocument({ db, params, platform }: PlanExchange): Promise<Answer> {
  const id = params.id ?? '';
  const value: PlanValue | undefined = isId(id) ? await findValue(db, id) : undefined;
  if (!value?.fileId) return notFound;
  const [found] = await findFiles({ db, config: platform.config }, { ids: [value.fileId] });
  const bytes = found && !found.closed ? await readFileBytes(platform.config, found.digest) : undefined;
  return found && bytes ? fileAnswer(bytes, found.mime, found.name) : notFound;
}
