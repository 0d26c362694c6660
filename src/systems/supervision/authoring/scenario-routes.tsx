/** Routes of authoring: the list of scenarios, a new one, the draft of one as a form, what is said of it while it is typed, and what every dated setting has. */
import { dayOf } from '../../../platform/calendar/instant.ts';
import { platformPart } from '../../../platform/db/platform-part.ts';
import type { Json } from '../../../platform/db/json.ts';
import {
  type Answer,
  type Exchange,
  fieldOf,
  get,
  json,
  notFound,
  page,
  post,
  type Route,
  seeOther,
  valuesOf,
} from '../../../platform/http/route.ts';
import { findKept, saveTyped } from '../../../platform/settings/draft-by-form.ts';
import { manySettingRoutes, type Own, own, type SettingPages } from '../../../platform/settings/setting-routes.tsx';
import type { Platform } from '../../../platform/system/platform.ts';
import { BlockSection } from '../block/pages/block-section.tsx';
import { readBlockSection } from '../block/read-block-section.ts';
import type { Scenario } from '../scenario.ts';
import { settingOf } from '../scenario.ts';
import { actsOf } from '../scenario-subject.ts';
import { speechOf, supervisionOf } from '../supervision.ts';
import type { SupervisionTables } from '../tables.ts';
import { listScenarios } from './list-scenarios.ts';
import { ScenarioListPage } from './pages/scenario-list-page.tsx';
import { ScenarioPage } from './pages/scenario-page.tsx';
import { ScenarioTabs } from './pages/scenario-tabs.tsx';
import { typedOf, typedScenario, type TypedScenario } from './scenario-form.ts';
import { blankScenario, scenarioSetting } from './scenario-setting.ts';
import { listValues } from './scenario-vocabulary.ts';
import { NEW, pathOf, SCENARIOS } from './scenario-words.ts';
import { type Tried, tryScenario } from './try-scenario.ts';

const write = { permission: 'supervision.write' } as const;
const A_PAGE = 50;
/** What is typed while it is checked, some times a second at most. */
const CHECKS = { perMinute: 240 };

const isCode = (code: string | undefined): code is string => code !== undefined && /^[A-Z][A-Z0-9-]{1,15}$/.test(code);

export const scenarioRoutes: readonly Route[] = [
  get(SCENARIOS, write, showList),
  get(`${SCENARIOS}/${NEW}`, write, (exchange) => showNew(exchange)),
  post(`${SCENARIOS}/${NEW}`, write, own(create)),
  get(`${SCENARIOS}/tu-vung`, write, vocabulary),
  get(`${SCENARIOS}/thu`, write, () => seeOther(SCENARIOS)),
  post(`${SCENARIOS}/thu`, write, check, CHECKS),
  get(`${SCENARIOS}/:code`, write, (exchange) => showOne(exchange)),
  post(`${SCENARIOS}/:code`, write, own(change)),
  ...manySettingRoutes({ path: `${SCENARIOS}/:code`, access: write }, pagesOf),
];

async function showList({ platform, clock, query }: Exchange): Promise<Answer> {
  const search = fieldOf(query, 'q').slice(0, 100);
  const from = /^\d{1,6}$/.test(fieldOf(query, 'tu')) ? Number(fieldOf(query, 'tu')) : 0;
  const supervision = supervisionOf(platform);
  await supervision.kept.renew();
  const scenarios = await listScenarios(ownPlatform(platform).db, {
    day: dayOf(clock()),
    search,
    broken: supervision.kept.current().broken,
  });
  return page(
    <ScenarioListPage
      search={search}
      scenarios={scenarios.slice(from, from + A_PAGE)}
      from={from}
      total={scenarios.length}
      next={from + A_PAGE < scenarios.length ? from + A_PAGE : undefined}
    />,
  );
}

/** The engines' routes know no system's tables; this one is supervision's own. */
const ownPlatform = (platform: Platform) => platform as unknown as Platform<SupervisionTables>;

interface Mistake {
  readonly typed: TypedScenario;
  readonly tried: Tried;
}

function showNew(exchange: Exchange, mistake?: Mistake): Answer {
  const { platform, query } = exchange;
  const { supervisable } = speechOf(platform);
  const asked = mistake?.typed.kind ?? fieldOf(query, 'loai');
  const kind = supervisable.kinds.has(asked) ? asked : ([...supervisable.kinds.keys()][0] ?? '');
  const typed = mistake?.typed ?? { ...typedOf({ ...blankScenario(''), kind }), severity: '' };
  return showForm(exchange, { typed, mistake, version: 0, isNew: true });
}

async function showOne(exchange: Exchange, mistake?: Mistake): Promise<Answer> {
  const { db, params } = exchange;
  const kept = isCode(params.code) ? await findKept<Scenario>(db, settingOf(params.code)) : undefined;
  if (!kept) return notFound;
  return showForm(exchange, {
    typed: mistake?.typed ?? typedOf(kept.body),
    mistake,
    version: kept.version,
    isNew: false,
  });
}

interface Shown {
  readonly typed: TypedScenario;
  readonly mistake: Mistake | undefined;
  readonly version: number;
  readonly isNew: boolean;
}

function showForm({ platform }: Exchange, { typed, mistake, version, isNew }: Shown): Answer {
  const speech = speechOf(platform);
  const { supervisable, subjects } = speech;
  const kind = supervisable.kinds.get(typed.kind);
  if (!kind) return notFound;
  const known = actsOf(supervisable, typed.kind);
  const acts = typed.looks === 'silence' ? [] : chosenActs(typed.acts, known);
  return page(
    <ScenarioPage
      isNew={isNew}
      version={version}
      typed={typed}
      tried={mistake?.tried ?? (typed.condition === '' ? { faults: [], examples: [] } : tryScenario(typed, speech))}
      isMistaken={mistake !== undefined}
      kinds={[...supervisable.kinds].map(([key, { title }]) => ({ key, title }))}
      acts={known.map((key) => ({ key, title: supervisable.entries.get(key)?.title ?? { vi: key } }))}
      moments={Object.entries(kind.moments).map(([key, { title }]) => ({ key, title }))}
      values={listValues(subjects, typed.kind, acts)}
    />,
    mistake ? 422 : 200,
  );
}

const chosenActs = (chosen: readonly string[], known: readonly string[]): readonly string[] =>
  chosen.includes('*') ? known : chosen.filter((act) => known.includes(act));

async function create(exchange: Own): Promise<Answer> {
  const typed = typedScenario(exchange.form);
  const tried = tryScenario(typed, speechOf(exchange.platform));
  if (!speechOf(exchange.platform).supervisable.kinds.has(typed.kind)) return notFound;
  if (!tried.scenario) return showNew(exchange, { typed, tried });
  const taken = {
    name: 'code',
    message: { vi: 'Đã có kịch bản mang mã này.', en: 'There is a scenario of this code.' },
  };
  return save(exchange, tried.scenario, () => showNew(exchange, { typed, tried: { ...tried, faults: [taken] } }));
}

async function change(exchange: Own): Promise<Answer> {
  const { db, form, params } = exchange;
  const { code } = params;
  const kept = isCode(code) ? await findKept<Scenario>(db, settingOf(code)) : undefined;
  if (!code || !kept) return notFound;
  // code and kind are what the scenario is; another one is another scenario
  const typed = { ...typedScenario(form), code, kind: kept.body.kind };
  const tried = tryScenario(typed, speechOf(exchange.platform));
  return tried.scenario ? save(exchange, tried.scenario) : showOne(exchange, { typed, tried });
}

const save = (exchange: Own, scenario: Scenario, taken?: () => Answer): Promise<Answer> =>
  saveTyped(exchange, {
    setting: settingOf(scenario.code),
    body: scenario,
    part: 'scenario',
    path: pathOf(scenario.code),
    ...(taken && { taken }),
  });

/** While something is typed: what is wrong and where, the condition in words, what the examples come to. */
function check({ platform, form, locale }: Exchange): Answer {
  const { faults, said, examples } = tryScenario(typedScenario(form), speechOf(platform));
  return json({
    faults: faults.map(({ name, message, range }) => ({ name, message: message[locale], ...(range && { range }) })),
    said: said ? (said[locale] ?? said.vi) : null,
    examples: examples.map(({ which, title, found, fits }) => ({
      which,
      title: title[locale],
      found: found ?? null,
      fits,
    })),
  });
}

/** The values at hand for a kind of case and acts, for the editor's suggestions. */
function vocabulary({ platform, query, locale }: Exchange): Answer {
  const { supervisable, subjects } = speechOf(platform);
  const kind = fieldOf(query, 'loai');
  if (!supervisable.kinds.has(kind)) return notFound;
  const acts = chosenActs(valuesOf(query, 'acts'), actsOf(supervisable, kind));
  const groups = listValues(subjects, kind, fieldOf(query, 'looks') === 'silence' ? [] : acts);
  return json(
    groups.map(({ name, label, values }) => ({
      name,
      label: label[locale],
      values: values.map((value) => inOneLanguage(value)),
    })),
  );

  function inOneLanguage({ path, type, label, words, rows }: (typeof groups)[number]['values'][number]): Json {
    return {
      path,
      type,
      label: label[locale],
      words: words.map((word) => ({ value: word.value, label: word.label[locale] })),
      rows: rows.map(inOneLanguage),
    };
  }
}

async function pagesOf({ platform, db, params }: Exchange): Promise<SettingPages<Scenario> | undefined> {
  const { code } = params;
  if (!isCode(code)) return undefined;
  const speech = speechOf(platform);
  const setting = scenarioSetting(code, speech);
  if (!(await findKept(db, setting.name))) return undefined;
  return {
    setting,
    path: pathOf(code),
    access: write,
    title: { vi: `Kịch bản ${code}`, en: `Scenario ${code}` },
    effect: {
      vi: 'Từ ngày đó mọi hành vi được xét theo kịch bản này ngay khi thực hiện. Phát hiện đã có giữ nguyên.',
      en: 'From that day every act is looked at by this scenario as it is done. Findings there are stay.',
    },
    tabs: (here) => <ScenarioTabs code={code} here={here} />,
    beforePublishing: async (exchange, { body }) => {
      const section = await readBlockSection(platformPart(exchange.db), body);
      return section && <BlockSection {...section} />;
    },
    published: async (exchange) => {
      await supervisionOf(exchange.platform).kept.renew();
    },
  };
}
