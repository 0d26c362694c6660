/** Routes of internal processes: the administrator reads them as diagrams. */
import { dayOf } from '../../platform/calendar/instant.ts';
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
import { ProcessesPage } from './pages/processes-page.tsx';
import { minutesOfProcess } from './process-budget.ts';
import { readFlow } from './process-context.ts';
import type { ProcedureTables } from './tables.ts';

export const PROCESSES = '/quan-tri/quy-trinh';
const access = { permission: 'procedures.read-processes' } as const;
const edit = { permission: 'procedures.edit-definitions' } as const;
const PAGE = 50;

export const processRoutes: readonly Route<ProcedureTables>[] = [
  get(PROCESSES, access, showProcesses),
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
