/** Routes on which indicators are defined: their list, a new one, the draft of one as a form, and what every dated setting has. */
import { dayOf } from '../../calendar/instant.ts';
import { packFolderOf } from '../../config/project-root.ts';
import type { Db } from '../../db/database.ts';
import { type Answer, type Exchange, fieldOf, get, notFound, page, post, type Route } from '../../http/route.ts';
import { inLanguage } from '../../i18n/local-text.ts';
import { findKept, type Kept, saveTyped } from '../../settings/draft-by-form.ts';
import { manySettingRoutes, type Own, own, type SettingPages } from '../../settings/setting-routes.tsx';
import type { Fault } from '../../pack/fault.ts';
import { INDICATOR_CODE, type Sector } from '../definition.ts';
import { listDefinitions } from '../find-definition.ts';
import { checkingOf } from '../pack.ts';
import type { IndicatorTables } from '../tables.ts';
import { DEFINE, DEFINITIONS, definingTexts, NEW, pathOf } from './defining-words.ts';
import {
  fieldAt,
  type FormFault,
  readDefinition,
  type TypedDefinition,
  typedDefinition,
  typedOf,
} from './definition-form.ts';
import { checkDrafted, type Drafted, definitionSetting, settingOf } from './drafted.ts';
import { followPublished } from './follow-published.ts';
import { listDefined } from './list-defined.ts';
import { DefinitionPage } from './pages/definition-page.tsx';
import { DefinitionTabs } from './pages/definition-tabs.tsx';
import { DefinitionsPage } from './pages/definitions-page.tsx';
import { GoneMeasurePage } from './pages/gone-measure-page.tsx';
import { MeasuresPage } from './pages/measures-page.tsx';
import { showTrial } from './show-trial.tsx';

const define = { permission: DEFINE } as const;

const isCode = (code: string | undefined): code is string => code !== undefined && INDICATOR_CODE.test(code);

export const defineRoutes: readonly Route[] = [
  get(DEFINITIONS, define, showList),
  get(`${DEFINITIONS}/${NEW}`, define, (exchange) => showNew(exchange)),
  post(`${DEFINITIONS}/${NEW}`, define, own(create)),
  get(`${DEFINITIONS}/:code`, define, (exchange) => showOne(exchange)),
  post(`${DEFINITIONS}/:code`, define, own(change)),
  ...manySettingRoutes({ path: `${DEFINITIONS}/:code`, access: define }, pagesOf),
];

async function showList({ db, clock, query, platform }: Exchange): Promise<Answer> {
  const search = fieldOf(query, 'q').slice(0, 100);
  const defined = await listDefined(db, { day: dayOf(clock()), search, checking: checkingOf(platform) });
  return page(<DefinitionsPage search={search} defined={defined} measures={platform.registry.measures} />);
}

interface Mistake {
  readonly typed: TypedDefinition;
  readonly faults: readonly FormFault[];
}

async function showNew(exchange: Exchange, mistake?: Mistake): Promise<Answer> {
  const { platform, query, form } = exchange;
  const { measures } = platform.registry;
  const name = fieldOf(form, 'measure') || fieldOf(query, 'dai-luong');
  const measure = measures.get(name);
  if (!measure) return page(<MeasuresPage measures={measures} />);
  const blank = typedOf(definitionSetting('', checkingOf(platform)).blank as Drafted);
  return showForm(exchange, {
    measureName: name,
    typed: mistake?.typed ?? blank,
    mistake,
    version: 0,
    isNew: true,
    broken: [],
  });
}

async function showOne(exchange: Exchange, mistake?: Mistake): Promise<Answer> {
  const kept = await findDrafted(exchange);
  if (!kept) return notFound;
  const { body, version, last } = kept;
  return showForm(exchange, {
    measureName: body.measure,
    typed: mistake?.typed ?? typedOf(body),
    mistake,
    version,
    isNew: false,
    broken: last ? checkDrafted(last, checkingOf(exchange.platform)) : [],
  });
}

const findDrafted = async ({ db, params: { code } }: Exchange): Promise<Kept<Drafted> | undefined> =>
  isCode(code) ? findKept<Drafted>(db, settingOf(code)) : undefined;

interface Shown {
  readonly measureName: string;
  readonly typed: TypedDefinition;
  readonly mistake: Mistake | undefined;
  readonly version: number;
  readonly isNew: boolean;
  /** What is wrong with the published definition. */
  readonly broken: readonly Fault[];
}

async function showForm({ platform, db, clock, locale }: Exchange, shown: Shown): Promise<Answer> {
  const measure = platform.registry.measures.get(shown.measureName);
  if (!measure) return page(<GoneMeasurePage code={shown.typed.code} measure={shown.measureName} />);
  const { mistake } = shown;
  const figures = measure.kind === 'figures' ? measure.figures(packFolderOf(platform.config.province)) : undefined;
  return page(
    <DefinitionPage
      {...shown}
      measure={measure}
      figures={figures}
      broken={shown.broken.map(({ at, message }) => `${at}: ${message[locale]}`)}
      sectors={await listSectors(db, dayOf(clock()))}
      errors={(mistake?.faults ?? []).map(({ name, message }) => ({ name, message: inLanguage(message, locale).text }))}
    />,
    mistake ? 422 : 200,
  );
}

async function listSectors(db: Db, day: string): Promise<readonly Sector[]> {
  const found = await listDefinitions(db, day);
  return [...new Map(found.map(({ definition: { sector } }) => [sector.sector, sector])).values()];
}

async function create(exchange: Own): Promise<Answer> {
  const { form, platform } = exchange;
  const typed = typedDefinition(form);
  if (!platform.registry.measures.has(fieldOf(form, 'measure'))) return notFound;
  const read = await readTyped(exchange, typed, { measureName: fieldOf(form, 'measure'), kept: undefined });
  if (read.faults) return showNew(exchange, { typed, faults: read.faults });
  const taken = {
    name: 'code',
    message: { vi: 'Đã có chỉ số mang mã này.', en: 'There is an indicator of this code.' },
  };
  return save(exchange, read.drafted, () => showNew(exchange, { typed, faults: [taken] }));
}

async function change(exchange: Own): Promise<Answer> {
  const kept = await findDrafted(exchange);
  if (!kept) return notFound;
  // code and measure are what the indicator is; another one is another indicator
  const typed = { ...typedDefinition(exchange.form), code: kept.body.code };
  const read = await readTyped(exchange, typed, { measureName: kept.body.measure, kept });
  return read.faults ? showOne(exchange, { typed, faults: read.faults }) : save(exchange, read.drafted);
}

const save = (exchange: Own, drafted: Drafted, taken?: () => Promise<Answer>): Promise<Answer> =>
  saveTyped(exchange, {
    setting: settingOf(drafted.code),
    body: drafted,
    part: 'definition',
    path: pathOf(drafted.code),
    ...(taken && { taken }),
  });

async function readTyped(
  { platform, db, clock }: Exchange,
  typed: TypedDefinition,
  { measureName, kept }: { readonly measureName: string; readonly kept: Kept<Drafted> | undefined },
) {
  const measure = platform.registry.measures.get(measureName);
  if (!measure) throw new RangeError(`there is no measure ${measureName}`);
  const sectors = await listSectors(db, dayOf(clock()));
  const read = readDefinition(typed, { measureName, measure, sectors, before: kept?.body });
  if (read.faults) return read;
  const faults = checkDrafted(read.drafted, checkingOf(platform), kept?.last);
  return faults.length === 0 ? read : { faults: faults.map(({ at, message }) => ({ name: fieldAt(at), message })) };
}

async function pagesOf({ platform, db, params }: Exchange): Promise<SettingPages<Drafted> | undefined> {
  const { code } = params;
  if (!isCode(code)) return undefined;
  const setting = definitionSetting(code, checkingOf(platform));
  if (!(await findKept(db, setting.name))) return undefined;
  return {
    setting,
    path: pathOf(code),
    access: define,
    title: { vi: definingTexts('vi').definition(code), en: definingTexts('en').definition(code) },
    effect: {
      vi: 'Từ ngày đó chỉ số được đếm theo định nghĩa này; số của các ngày trước giữ nguyên. Chỉ số mới đếm từ ngày ghi trong bản nháp.',
      en: 'From that day it is counted by this definition; figures of the days before stay. A new one counts from the day in its draft.',
    },
    tabs: (here) => <DefinitionTabs code={code} here={here} />,
    beforePublishing: (exchange, { body }) => showTrial(exchange, body),
    published: async (exchange) => {
      const own = exchange.db as unknown as Db<IndicatorTables>;
      const { platform } = exchange;
      await followPublished(own, { checking: checkingOf(platform), clock: platform.clock });
    },
  };
}
