/** Routes of internal processes: the administrator reads them as diagrams. */
import { dayOf } from '../../platform/calendar/instant.ts';
import { isId } from '../../platform/db/ids.ts';
import { type Answer, type Exchange, fieldOf, get, notFound, page, type Route } from '../../platform/http/route.ts';
import { compileForm } from '../../platform/forms/compile-form.ts';
import { findDraft } from './draft/draft.ts';
import { findProcedure } from './find-procedure.ts';
import { composeGeneralForm } from './general-form.ts';
import { processOf } from './general-process.ts';
import { formLists, getVersion } from './get-version.ts';
import { listProcesses } from './list-processes.ts';
import { draftPath } from './pages/draft-words.ts';
import { ProcessPage } from './pages/process-page.tsx';
import { UnheldRolesPage } from './pages/unheld-roles-page.tsx';
import { ProcessesPage } from './pages/processes-page.tsx';
import { minutesOfProcess } from './process-budget.ts';
import { readFlow } from './process-context.ts';
import type { ProcedureTables } from './tables.ts';
import { listUnheldRoles } from './unheld-roles.ts';

export const PROCESSES = '/quan-tri/quy-trinh';
const access = { permission: 'procedures.read-processes' } as const;
const edit = { permission: 'procedures.edit-definitions' } as const;
const PAGE = 50;

export const processRoutes: readonly Route<ProcedureTables>[] = [
  get(PROCESSES, access, showProcesses),
  get(`${PROCESSES}/chua-co-nguoi-lam`, access, showUnheld),
  get(`${PROCESSES}/:code`, access, showProcess),
  get(`${PROCESSES}/:code/nhap`, edit, showDraft),
];

type Asked = Exchange<ProcedureTables>;

async function showProcesses({ db, query, clock }: Asked): Promise<Answer> {
  const text = fieldOf(query, 'q').slice(0, 100);
  const found = await listProcesses(db, { day: dayOf(clock()), text, after: fieldOf(query, 'sau'), limit: PAGE + 1 });
  const processes = found.slice(0, PAGE);
  const last = found.length > PAGE ? processes.at(-1) : undefined;
  const next = last && `${PROCESSES}?${new URLSearchParams({ ...(text && { q: text }), sau: last.code })}`;
  return page(<ProcessesPage path={PROCESSES} text={text} processes={processes} {...(next && { next })} />);
}

/** `ban`: a change of the organisation that is tried. */
async function showUnheld({ db, query, clock }: Asked): Promise<Answer> {
  const change = fieldOf(query, 'ban');
  if (change !== '' && !isId(change)) return notFound;
  const all = await listUnheldRoles(db, { change: change || undefined, at: clock() });
  if (!all) return notFound;
  const from = Math.max(0, all.findIndex(({ key }) => key === fieldOf(query, 'sau')) + 1);
  const roles = all.slice(from, from + PAGE);
  const last = all.length > from + PAGE ? roles.at(-1)?.key : undefined;
  const path = `${PROCESSES}/chua-co-nguoi-lam`;
  const next = last && `${path}?${new URLSearchParams({ ...(change !== '' && { ban: change }), sau: last })}`;
  return page(
    <UnheldRolesPage
      processes={PROCESSES}
      back={change === '' ? PROCESSES : `/quan-tri/to-chuc/thay-doi/${change}`}
      ifPublished={change !== ''}
      roles={roles}
      count={all.length}
      {...(next && { next })}
    />,
  );
}

async function showProcess({ db, params, query, clock }: Asked): Promise<Answer> {
  const found = await findProcedure(db, params.code ?? '', dayOf(clock()));
  const version = found?.version && (await getVersion(db, found.version.id));
  if (!version) return notFound;
  const { definition } = version;
  const shownCase = definition.cases?.find(({ key }) => key === fieldOf(query, 'truong-hop'))?.key;
  return page(
    <ProcessPage
      definition={definition}
      flow={await readFlow(db, version, shownCase)}
      minutes={minutesOfProcess(processOf(definition), shownCase)}
      shownCase={shownCase}
      path={`${PROCESSES}/${definition.code}`}
    />,
  );
}

/** As it will be once the draft is published; what no dossier can reach is marked. */
async function showDraft({ db, params, query }: Asked): Promise<Answer> {
  const draft = await findDraft(db, params.code ?? '');
  if (!draft) return notFound;
  const { definition } = draft;
  const form = compileForm(draft.form ?? composeGeneralForm(definition), { lists: await formLists(db) }).form;
  const shownCase = definition.cases?.find(({ key }) => key === fieldOf(query, 'truong-hop'))?.key;
  return page(
    <ProcessPage
      definition={definition}
      flow={await readFlow(db, { definition, form }, shownCase)}
      minutes={minutesOfProcess(processOf(definition), shownCase)}
      shownCase={shownCase}
      path={`${PROCESSES}/${definition.code}/nhap`}
      draft={`${draftPath(definition.code)}/quy-trinh`}
    />,
  );
}
