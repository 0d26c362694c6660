/** The routes every dated setting has: its draft, publishing and dropping it, its versions, and going back to one. */
import type { ComponentChildren } from 'preact';
import { dayOf } from '../calendar/instant.ts';
import {
  type Access,
  type Answer,
  commandIdOf,
  type Exchange,
  get,
  notFound,
  outcomePage,
  page,
  post,
  type Route,
  seeOther,
  shownVersionOf,
} from '../http/route.ts';
import type { LocalText } from '../i18n/local-text.ts';
import { actorOf, type SignedIn } from '../identity/signed-in.ts';
import { typedDayOf } from '../text/typed-day.ts';
import type { FieldError } from '../web/components/error-summary/error-summary.tsx';
import { SettingDraftPage } from './pages/setting-draft-page.tsx';
import { SettingVersionPage } from './pages/setting-version-page.tsx';
import { SettingVersionsPage } from './pages/setting-versions-page.tsx';
import { type Published, publishDraft, restoreVersion, type SettingToPublish } from './publish-setting.ts';
import { readDecision, type TypedDecision } from './read-decision.ts';
import type { Setting } from './setting.ts';
import { dropDraft, findDraft, type SettingDraft } from './setting-draft.ts';
import { findVersion, getLast, listVersions } from './setting-versions.ts';

export interface SettingPages<Body> {
  readonly setting: Setting<Body>;
  /** Its pages stand under it. */
  readonly path: string;
  readonly access: Access;
  readonly title: Required<LocalText>;
  /** What publishing does. */
  readonly effect: Required<LocalText>;
  readonly impact?: { readonly href: string; readonly text: Required<LocalText> };
  /** The pages beside this one; `here` is the path of one. */
  readonly tabs: (here: string) => ComponentChildren;
  /** What stands above publishing: who has agreed, who must yet. */
  readonly beforePublishing?: (exchange: Exchange, draft: SettingDraft<Body>) => Promise<ComponentChildren>;
  /** After something came into force. */
  readonly published: (exchange: Exchange) => Promise<void>;
}

export type Own = Exchange & { readonly signedIn: SignedIn };

/** The server lets only the signed in through; this says so to the compiler. */
export const own =
  (handle: (exchange: Own) => Promise<Answer>) =>
  async (exchange: Exchange): Promise<Answer> =>
    exchange.signedIn ? handle(exchange as Own) : notFound;

interface Mistake {
  readonly typed: TypedDecision;
  readonly errors: readonly FieldError[];
}

export const settingRoutes = <Body,>(pages: SettingPages<Body>): readonly Route[] =>
  manySettingRoutes(pages, async () => pages);

/** For settings of one kind whose path names which: `/quan-tri/kich-ban/:code`. Undefined: there is none of that name. */
export function manySettingRoutes<Body>(
  { path, access }: Pick<SettingPages<Body>, 'path' | 'access'>,
  pagesOf: (exchange: Exchange) => Promise<SettingPages<Body> | undefined>,
): readonly Route[] {
  const [draft, versions] = [`${path}/ban-nhap`, `${path}/phien-ban`];
  const found =
    <E extends Exchange>(show: (pages: SettingPages<Body>, exchange: E) => Promise<Answer>) =>
    async (exchange: E): Promise<Answer> => {
      const pages = await pagesOf(exchange);
      return pages ? show(pages, exchange) : notFound;
    };
  // where a form came back from with a mistake: loading it again shows the page it stands on
  const back =
    (to: (path: string, exchange: Exchange) => string) =>
    async (exchange: Exchange): Promise<Answer> => {
      const pages = await pagesOf(exchange);
      return pages ? seeOther(to(pages.path, exchange)) : notFound;
    };
  return [
    get(draft, access, found(showDraft)),
    post(`${draft}/cong-bo`, access, own(found(publish))),
    post(`${draft}/bo`, access, own(found(drop))),
    get(versions, access, found(showVersions)),
    get(`${versions}/:number`, access, found(showVersion)),
    post(`${versions}/:number/dung-lai`, access, own(found(restore))),
    ...['cong-bo', 'bo'].map((act) =>
      get(
        `${draft}/${act}`,
        access,
        back((own) => `${own}/ban-nhap`),
      ),
    ),
    get(
      `${versions}/:number/dung-lai`,
      access,
      back((own, { params }) => `${own}/phien-ban/${params.number}`),
    ),
  ];
}

async function showDraft<Body>(pages: SettingPages<Body>, exchange: Exchange, mistake?: Mistake): Promise<Answer> {
  const { db, locale } = exchange;
  const { setting, path, title, tabs, effect, impact } = pages;
  const [draft, last] = await Promise.all([
    findDraft<Body>(db, setting.name),
    getLast(db, setting.name, setting.blank),
  ]);
  const typed = mistake?.typed ?? nothingTyped(exchange);
  const before = draft && (await pages.beforePublishing?.(exchange, draft));
  return page(
    <SettingDraftPage
      path={path}
      title={title[locale]}
      tabs={tabs(`${path}/ban-nhap`)}
      draft={draft}
      differences={draft ? setting.compare(last.body, draft.body) : []}
      faults={draft ? setting.check(draft.body, last.body, dayOf(exchange.clock())) : []}
      last={last.number}
      typed={typed}
      errors={mistake?.errors ?? []}
      effect={effect[locale]}
      {...(impact && { impact: { href: impact.href, text: impact.text[locale] } })}
      before={before}
    />,
    mistake ? 422 : 200,
  );
}

/** Today is the likely day: most decisions come late. */
function nothingTyped({ clock }: Exchange): TypedDecision {
  return { from: typedDayOf(dayOf(clock())), decisionNumber: '', decisionDay: { day: '', month: '', year: '' } };
}

async function publish<Body>(pages: SettingPages<Body>, exchange: Own): Promise<Answer> {
  const { db, signedIn } = exchange;
  const read = readDecision(exchange);
  if (!read) return notFound;
  if (read.errors) return showDraft(pages, exchange, read);
  const published = await publishDraft(db, actorOf(signedIn), pages.setting, read.command);
  return settle(pages, exchange, published, (errors) =>
    showDraft(pages, exchange, { errors, typed: typedAgain(read.command) }),
  );
}

async function restore<Body>(pages: SettingPages<Body>, exchange: Own): Promise<Answer> {
  const { db, signedIn, params } = exchange;
  const read = readDecision(exchange);
  const number = numberOf(params.number);
  if (!read || number === undefined) return notFound;
  if (read.errors) return showVersion(pages, exchange, read);
  const restored = await restoreVersion(db, actorOf(signedIn), pages.setting, { ...read.command, number });
  return settle(pages, exchange, restored, (errors) =>
    showVersion(pages, exchange, { errors, typed: typedAgain(read.command) }),
  );
}

const typedAgain = ({ from, decisionNumber, decisionDay }: SettingToPublish): TypedDecision => ({
  from: typedDayOf(from),
  decisionNumber,
  decisionDay: typedDayOf(decisionDay),
});

async function settle<Body>(
  { path, published }: SettingPages<Body>,
  exchange: Own,
  outcome: Published,
  showAgain: (errors: readonly FieldError[]) => Promise<Answer>,
): Promise<Answer> {
  if (outcome.kind === 'faulty')
    return showAgain(outcome.faults.map(({ message }) => ({ message: message[exchange.locale] })));
  if (outcome.kind === 'not-found') return notFound;
  if (outcome.kind !== 'done') return outcomePage(outcome, `${path}/ban-nhap`);
  await published(exchange);
  return seeOther(`${path}/phien-ban`);
}

async function drop<Body>({ setting, path }: SettingPages<Body>, exchange: Own): Promise<Answer> {
  const { db, signedIn, clock } = exchange;
  const commandId = commandIdOf(exchange);
  if (!commandId) return notFound;
  const shown = shownVersionOf(exchange) ?? 0;
  const command = { setting: setting.name, commandId, shown, at: clock() };
  const dropped = await dropDraft(db, actorOf(signedIn), command);
  return dropped.kind === 'done' ? seeOther(path) : outcomePage(dropped, `${path}/ban-nhap`);
}

async function showVersions<Body>(pages: SettingPages<Body>, { db, clock, locale }: Exchange): Promise<Answer> {
  const { setting, path, title, tabs } = pages;
  const versions = await listVersions(db, setting.name, dayOf(clock()));
  return page(
    <SettingVersionsPage path={path} title={title[locale]} tabs={tabs(`${path}/phien-ban`)} versions={versions} />,
  );
}

async function showVersion<Body>(pages: SettingPages<Body>, exchange: Exchange, mistake?: Mistake): Promise<Answer> {
  const { db, params, locale, clock } = exchange;
  const { setting, path, title, tabs, effect } = pages;
  const number = numberOf(params.number);
  const [version, last] = await Promise.all([
    number === undefined ? undefined : findVersion<Body>(db, setting.name, number),
    getLast(db, setting.name, setting.blank),
  ]);
  if (!version) return notFound;
  const back = setting.comeBack?.(version.body, last.body, dayOf(clock())) ?? version.body;
  return page(
    <SettingVersionPage
      path={path}
      title={title[locale]}
      tabs={tabs(`${path}/phien-ban`)}
      number={version.number}
      last={last.number}
      differences={setting.compare(last.body, back)}
      typed={mistake?.typed ?? nothingTyped(exchange)}
      errors={mistake?.errors ?? []}
      effect={effect[locale]}
    />,
    mistake ? 422 : 200,
  );
}

const numberOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
