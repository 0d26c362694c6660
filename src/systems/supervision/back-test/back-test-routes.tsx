/** Routes of back-tests: those of a scenario, asking for one, what one found, and marking false alarms by hand. */
import { addDays, dayOf } from '../../../platform/calendar/instant.ts';
import { isId } from '../../../platform/db/ids.ts';
import {
  type Answer,
  commandIdOf,
  type Exchange,
  fieldOf,
  get,
  notFound,
  outcomePage,
  page,
  post,
  type Route,
  seeOther,
} from '../../../platform/http/route.ts';
import { actorOf } from '../../../platform/identity/signed-in.ts';
import { findDraft } from '../../../platform/settings/setting-draft.ts';
import { type Own, own } from '../../../platform/settings/setting-routes.tsx';
import { findVersion, listVersions } from '../../../platform/settings/setting-versions.ts';
import { readTypedDay, type TypedDay, typedDayOf } from '../../../platform/text/typed-day.ts';
import type { FieldError } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { pathOf, SCENARIOS } from '../authoring/scenario-words.ts';
import { compileScenario } from '../compile-scenario.ts';
import { type Scenario, settingOf } from '../scenario.ts';
import { speechOf } from '../supervision.ts';
import { askBackTest, markAlarm, type NamedText } from './ask-back-test.ts';
import { streamTest } from './export-test.ts';
import { namesOfKind } from './name-tried.ts';
import { BackTestPage } from './pages/back-test-page.tsx';
import { backTestTexts } from './pages/back-test-words.ts';
import { BackTestsPage } from './pages/back-tests-page.tsx';
import { A_PAGE, countFindings, findBackTest, listBackTests, listPastFindings } from './read-back-test.ts';
import { whatCanBeTried } from './what-can-be-tried.ts';

const write = { permission: 'supervision.write' } as const;
const TESTS = `${SCENARIOS}/:code/thu-lai`;
const DRAFT = 'ban-nhap';
/** Five years: longer is a journal's whole life. */
const MOST_DAYS = 1830;

export const backTestRoutes: readonly Route[] = [
  get(TESTS, write, (exchange) => showTests(exchange)),
  post(TESTS, write, own(ask)),
  get(`${TESTS}/:id`, write, showTest),
  get(`${TESTS}/:id/ket-qua.xlsx`, write, download, { perMinute: 20 }),
  get(`${TESTS}/:id/nham`, write, ({ params }) => seeOther(`${testsPath(params.code ?? '')}/${params.id}`)),
  post(`${TESTS}/:id/nham`, write, own(mark)),
];

const testsPath = (code: string): string => `${pathOf(code)}/thu-lai`;
const isCode = (code: string | undefined): code is string => code !== undefined && /^[A-Z][A-Z0-9-]{1,15}$/.test(code);

interface Typed {
  readonly from: TypedDay;
  readonly to: TypedDay;
  readonly first: string;
  readonly second: string;
}

/** The texts there are: the draft, and every version. */
async function listTexts({ db, clock }: Exchange, code: string): Promise<readonly string[]> {
  const setting = settingOf(code);
  const [draft, versions] = await Promise.all([findDraft(db, setting), listVersions(db, setting, dayOf(clock()))]);
  return [...(draft ? [DRAFT] : []), ...versions.map(({ number }) => String(number))];
}

async function findText({ db }: Exchange, code: string, name: string): Promise<NamedText | undefined> {
  const setting = settingOf(code);
  if (name === DRAFT) {
    const draft = await findDraft<Scenario>(db, setting);
    return draft && { name, body: draft.body };
  }
  const version = /^[1-9]\d{0,5}$/.test(name) ? await findVersion<Scenario>(db, setting, Number(name)) : undefined;
  return version && { name, body: version.body };
}

async function showTests(
  exchange: Exchange,
  mistake?: { readonly typed: Typed; readonly errors: readonly FieldError[] },
): Promise<Answer> {
  const { db, params, clock } = exchange;
  const { code } = params;
  if (!isCode(code)) return notFound;
  const texts = await listTexts(exchange, code);
  if (texts.length === 0) return notFound;
  const today = dayOf(clock());
  const typed = mistake?.typed ?? {
    from: typedDayOf(addDays(today, -90)),
    to: typedDayOf(today),
    first: texts[0] ?? '',
    second: '',
  };
  return page(
    <BackTestsPage
      code={code}
      texts={texts}
      typed={typed}
      errors={mistake?.errors ?? []}
      tests={await listBackTests(db, code)}
    />,
    mistake ? 422 : 200,
  );
}

async function ask(exchange: Own): Promise<Answer> {
  const { db, params, form, clock, locale, platform, signedIn } = exchange;
  const { code } = params;
  const commandId = commandIdOf(exchange);
  if (!isCode(code) || !commandId) return notFound;
  const typed: Typed = {
    from: typedDay(exchange, 'from'),
    to: typedDay(exchange, 'to'),
    first: fieldOf(form, 'first'),
    second: fieldOf(form, 'second'),
  };
  const words = backTestTexts(locale);
  const [first, second] = await Promise.all([
    findText(exchange, code, typed.first),
    typed.second === '' ? undefined : findText(exchange, code, typed.second),
  ]);
  const [from, to] = [readTypedDay(typed.from), readTypedDay(typed.to)];
  const errors: FieldError[] = [
    ...(first ? [] : [{ name: 'first', message: words.chooseText }]),
    ...(typed.second !== '' && (!second || typed.second === typed.first)
      ? [{ name: 'second', message: words.chooseOther }]
      : []),
    ...(from ? [] : [{ name: 'from', message: words.noDay }]),
    ...(to ? [] : [{ name: 'to', message: words.noDay }]),
    ...(from && to && (from > to || addDays(from, MOST_DAYS) < to) ? [{ name: 'to', message: words.noPeriod }] : []),
    ...[first, second].flatMap((text) => {
      const refusal = text && refusalOf(text.body);
      return refusal ? [{ name: text === first ? 'first' : 'second', message: refusal }] : [];
    }),
  ];
  if (!first || !from || !to || errors.length > 0) return showTests(exchange, { typed, errors });
  const asked = await askBackTest(db, actorOf(signedIn), { code, commandId, at: clock(), first, second, from, to });
  if (asked.kind === 'not-found') return notFound;
  return asked.kind === 'done' ? seeOther(`${testsPath(code)}/${commandId}`) : outcomePage(asked, testsPath(code));

  function refusalOf(body: Scenario): string | undefined {
    const speech = speechOf(platform);
    const { compiled, faults } = compileScenario({ ...body, lawful: [], unlawful: [] }, 0, speech);
    return compiled
      ? whatCanBeTried(compiled, speech.supervisable).refusal?.[locale]
      : faults?.map(({ message }) => message[locale]).join(' ');
  }
}

function typedDay({ form }: Exchange, name: string): TypedDay {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) =>
    fieldOf(form, `${name}.${part}`).trim().slice(0, 4),
  );
  return { day, month, year };
}

async function showTest(exchange: Exchange): Promise<Answer> {
  const { db, params, query, platform } = exchange;
  const { code, id = '' } = params;
  if (!isCode(code) || !isId(id)) return notFound;
  const test = await findBackTest(db, { scenario: code, id });
  if (!test) return notFound;
  const asked = fieldOf(query, 'chi');
  const which = asked === '1' || asked === '2' || asked === '3' ? (Number(asked) as 1 | 2 | 3) : undefined;
  const after = /^\d{1,6}$/.test(fieldOf(query, 'sau')) ? Number(fieldOf(query, 'sau')) : 0;
  const [all, units, procedures, found] = await Promise.all([
    countFindings(db, { id, by: 'all' }),
    countFindings(db, { id, by: 'unit' }),
    countFindings(db, { id, by: 'procedure' }),
    listPastFindings(db, { id, after, which }),
  ]);
  const speech = speechOf(platform);
  const procedureNames = await namesOfKind(
    db,
    speech.supervisable.kinds.get(test.first.kind),
  )([...procedures.map(({ key }) => key), ...found.map(({ procedure }) => procedure)]);
  const bodies = test.second ? [test.first, test.second] : [test.first];
  const unknown = bodies.flatMap((body) => {
    const { compiled } = compileScenario({ ...body, lawful: [], unlawful: [] }, 0, speech);
    return compiled ? whatCanBeTried(compiled, speech.supervisable).unknown : [];
  });
  const entries = platform.registry.entries;
  return page(
    <BackTestPage
      test={test}
      path={`${testsPath(code)}/${id}`}
      unknown={[...new Map(unknown.map((one) => [one.path, one])).values()]}
      all={all[0]}
      units={units}
      procedures={procedures}
      procedureNames={procedureNames}
      found={found.slice(0, A_PAGE)}
      next={found.length > A_PAGE ? found[A_PAGE - 1]?.number : undefined}
      which={which}
      after={after}
      titleOf={(act) => entries.get(act)?.title}
    />,
  );
}

async function download({ db, params, platform, locale, clock }: Exchange): Promise<Answer> {
  const { code, id = '' } = params;
  if (!isCode(code) || !isId(id)) return notFound;
  const test = await findBackTest(db, { scenario: code, id });
  if (!test) return notFound;
  const { entries } = platform.registry;
  return {
    kind: 'stream',
    body: streamTest(
      db,
      {
        test,
        titleOf: (act) => entries.get(act)?.title,
        namesOf: namesOfKind(db, speechOf(platform).supervisable.kinds.get(test.first.kind)),
        at: clock(),
      },
      locale,
    ),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `thu-${code}-${test.from}-${test.to}.xlsx`,
  };
}

async function mark(exchange: Own): Promise<Answer> {
  const { db, params, form, clock, signedIn } = exchange;
  const { code, id = '' } = params;
  const commandId = commandIdOf(exchange);
  if (!isCode(code) || !isId(id) || !commandId) return notFound;
  const number = /^\d{1,6}$/.test(fieldOf(form, 'number')) ? Number(fieldOf(form, 'number')) : 0;
  const test = await findBackTest(db, { scenario: code, id });
  const [finding] = test ? await listPastFindings(db, { id, after: number - 1, which: undefined }) : [];
  if (finding?.number !== number) return notFound;
  const { caseId, occasion } = finding;
  const marked = await markAlarm(db, actorOf(signedIn), {
    code,
    commandId,
    at: clock(),
    caseId,
    occasion,
    isFalse: fieldOf(form, 'nham') === '1',
  });
  const back = `${testsPath(code)}/${id}`;
  if (marked.kind === 'not-found') return notFound;
  return marked.kind === 'done'
    ? seeOther(`${back}?sau=${Math.floor((number - 1) / A_PAGE) * A_PAGE}#so-${number}`)
    : outcomePage(marked, back);
}
