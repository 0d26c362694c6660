/** Routes of authorising blocks: the drafts that wait for it, one of them with what it would refuse, and the approval. */
import { sql } from 'kysely';
import { dayOf } from '../../../platform/calendar/instant.ts';
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
  shownVersionOf,
} from '../../../platform/http/route.ts';
import { actorOf } from '../../../platform/identity/signed-in.ts';
import { findDraft } from '../../../platform/settings/setting-draft.ts';
import { type Own, own } from '../../../platform/settings/setting-routes.tsx';
import { getLast } from '../../../platform/settings/setting-versions.ts';
import { readTypedDay, type TypedDay } from '../../../platform/text/typed-day.ts';
import type { FieldError } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { scenarioSetting } from '../authoring/scenario-setting.ts';
import { tryScenario } from '../authoring/try-scenario.ts';
import { typedOf } from '../authoring/scenario-form.ts';
import { type Scenario, settingOf } from '../scenario.ts';
import { speechOf } from '../supervision.ts';
import { approveBlock } from './approve-block.ts';
import { listAuthors } from './block-approval.ts';
import { BLOCKS, blockTexts } from './block-words.ts';
import { BlockListPage } from './pages/block-list-page.tsx';
import { BlockPage } from './pages/block-page.tsx';
import { readBlockSection } from './read-block-section.ts';

const authorise = { permission: 'supervision.authorise-block' } as const;

export const blockRoutes: readonly Route[] = [
  get(BLOCKS, authorise, showList),
  get(`${BLOCKS}/:code`, authorise, (exchange) => showOne(exchange)),
  post(`${BLOCKS}/:code`, authorise, own(approve)),
];

async function showList({ db }: Exchange): Promise<Answer> {
  const found = await sql<{ body: Scenario }>`
    select body from settings.draft where setting like 'supervision.%' and body ->> 'effect' = 'block' order by setting limit 200
  `.execute(db);
  const drafts = await Promise.all(
    found.rows.map(async ({ body }) => ({
      code: body.code,
      title: body.title,
      approval: (await readBlockSection(db, body))?.approval,
    })),
  );
  return page(<BlockListPage drafts={drafts} />);
}

interface Mistake {
  readonly number: string;
  readonly day: TypedDay;
  readonly errors: readonly FieldError[];
}

async function showOne(exchange: Exchange, mistake?: Mistake): Promise<Answer> {
  const { db, params, platform, signedIn } = exchange;
  const code = params.code ?? '';
  const draft = await findDraft<Scenario>(db, settingOf(code));
  if (draft?.body.effect !== 'block') return notFound;
  const speech = speechOf(platform);
  const setting = scenarioSetting(code, speech);
  const [last, section, authors] = await Promise.all([
    getLast(db, setting.name, setting.blank),
    readBlockSection(db, draft.body),
    listAuthors(db, code),
  ]);
  return page(
    <BlockPage
      scenario={draft.body}
      said={tryScenario(typedOf(draft.body), speech).said}
      differences={setting.compare(last.body, draft.body)}
      version={draft.version}
      approval={section?.approval}
      isAuthor={signedIn !== undefined && authors.has(signedIn.accountId)}
      number={mistake?.number ?? ''}
      day={mistake?.day ?? { day: '', month: '', year: '' }}
      errors={mistake?.errors ?? []}
    />,
    mistake ? 422 : 200,
  );
}

async function approve(exchange: Own): Promise<Answer> {
  const { db, params, form, clock, locale, signedIn } = exchange;
  const commandId = commandIdOf(exchange);
  const shown = shownVersionOf(exchange);
  const code = params.code ?? '';
  if (!commandId || shown === undefined) return notFound;
  const number = fieldOf(form, 'decisionNumber').normalize('NFC').trim().slice(0, 100);
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) =>
    fieldOf(form, `decisionDay.${part}`).trim().slice(0, 4),
  );
  const decisionDay = readTypedDay({ day, month, year });
  const words = blockTexts(locale);
  const errors: FieldError[] = [
    ...(number === '' ? [{ name: 'decisionNumber', message: words.numberWrong }] : []),
    ...(decisionDay === undefined || decisionDay > dayOf(clock())
      ? [{ name: 'decisionDay', message: words.dayWrong }]
      : []),
  ];
  if (decisionDay === undefined || errors.length > 0)
    return showOne(exchange, { number, day: { day, month, year }, errors });
  const command = { code, commandId, shown, decisionNumber: number, decisionDay, at: clock() };
  const approved = await approveBlock(db, actorOf(signedIn), command);
  if (approved.kind === 'not-found') return notFound;
  return approved.kind === 'done' ? seeOther(`${BLOCKS}/${code}`) : outcomePage(approved, `${BLOCKS}/${code}`);
}
