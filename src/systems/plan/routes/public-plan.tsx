/** Routes of the plan for everybody: the score, one target, the rule in words, and the files. */
import { type Answer, fieldOf, file, get, json, notFound, page, type Route } from '../../../platform/http/route.ts';
import { getPlan } from '../current-definition.ts';
import type { PlanExchange } from '../office.ts';
import { PlanPage } from '../pages/plan-page.tsx';
import { ProjectsPage } from '../pages/projects-page.tsx';
import { ReadinessPage } from '../pages/readiness-page.tsx';
import { RulePage } from '../pages/rule-page.tsx';
import { readFilter } from '../pages/scoreboard-part.tsx';
import { TargetPage } from '../pages/target-page.tsx';
import { readScore } from '../read-score.ts';
import { scoreCsv, scoreJson, scoreWorkbook } from '../score-files.ts';
import type { PlanTables } from '../tables.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** A guest may look often, but not write workbooks all day. */
const limit = { perMinute: 60 };

export const publicPlanRoutes: readonly Route<PlanTables>[] = [
  get('/de-an', 'public', showPlan, limit),
  get('/de-an/cach-tinh', 'public', showRule),
  get('/de-an/chi-tieu/:id', 'public', showTarget, limit),
  get('/de-an/du-an', 'public', showProjects, limit),
  get('/de-an/bo-chi-so', 'public', showReadiness, limit),
  get('/de-an.csv', 'public', downloadCsv, limit),
  get('/de-an.json', 'public', downloadJson, limit),
  get('/de-an.xlsx', 'public', downloadWorkbook, limit),
];

const scoreOf = ({ platform, db }: PlanExchange) => readScore({ ...platform, db });

async function showPlan(exchange: PlanExchange): Promise<Answer> {
  return page(<PlanPage score={await scoreOf(exchange)} filter={readFilter(fieldOf(exchange.query, 'loc'))} />);
}

async function showRule({ db }: PlanExchange): Promise<Answer> {
  return page(<RulePage plan={(await getPlan(db)).plan} />);
}

async function showProjects(exchange: PlanExchange): Promise<Answer> {
  return page(<ProjectsPage score={await scoreOf(exchange)} />);
}

async function showReadiness(exchange: PlanExchange): Promise<Answer> {
  return page(<ReadinessPage score={await scoreOf(exchange)} />);
}

async function showTarget(exchange: PlanExchange): Promise<Answer> {
  const score = await scoreOf(exchange);
  const of = score.targets.find(({ target }) => target.id === exchange.params.id);
  return of ? page(<TargetPage score={score} of={of} />) : notFound;
}

async function downloadCsv(exchange: PlanExchange): Promise<Answer> {
  return {
    kind: 'text',
    text: scoreCsv(await scoreOf(exchange)),
    type: 'text/csv; charset=utf-8',
    status: 200,
    headers: { 'content-disposition': 'attachment; filename="de-an.csv"' },
  };
}

async function downloadJson(exchange: PlanExchange): Promise<Answer> {
  return json(scoreJson(await scoreOf(exchange)));
}

async function downloadWorkbook(exchange: PlanExchange): Promise<Answer> {
  return file(await scoreWorkbook(await scoreOf(exchange)), XLSX, 'de-an.xlsx', false);
}
