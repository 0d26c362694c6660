/** Routes of the kinds of incidents: all of them, one, and what every dated setting has. */
import { platformPart } from '../../../platform/db/platform-part.ts';
import {
  type Answer,
  commandIdOf,
  get,
  notFound,
  outcomePage,
  page,
  post,
  type Route,
  seeOther,
  shownVersionOf,
} from '../../../platform/http/route.ts';
import { actorOf, type SignedIn } from '../../../platform/identity/signed-in.ts';
import { findDraft, saveDraft } from '../../../platform/settings/setting-draft.ts';
import { settingRoutes } from '../../../platform/settings/setting-routes.tsx';
import { getLast, isOfPack } from '../../../platform/settings/setting-versions.ts';
import type { FieldError } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { type Kinds, KINDS_SETTING } from '../rules.ts';
import type { CentreExchange } from '../routes/wall-routes.tsx';
import type { CentreTables } from '../tables.ts';
import { NEW, NOTHING_TYPED, readKind, readTyped, type TypedKind, typedOf } from './kind-form.ts';
import { kindsSetting } from './kinds-setting.ts';
import { KindPage } from './pages/kind-page.tsx';
import { KindsPage } from './pages/kinds-page.tsx';
import { KINDS, KindsTabs } from './pages/kinds-tabs.tsx';

export const EDIT_KINDS = 'operations-centre.edit-kinds';
const access = { permission: EDIT_KINDS } as const;
const ONE = `${KINDS}/loai/:key`;

type Own = CentreExchange & { readonly signedIn: SignedIn };

/** The server lets only the signed in through; this says so to the compiler. */
const own =
  (handle: (exchange: Own) => Promise<Answer>) =>
  async (exchange: CentreExchange): Promise<Answer> =>
    exchange.signedIn ? handle(exchange as Own) : notFound;

export const kindRoutes: readonly Route<CentreTables>[] = [
  get(KINDS, access, showKinds),
  get(ONE, access, (exchange) => showKind(exchange)),
  post(ONE, access, own(changeKind)),
  post(`${ONE}/bo`, access, own(removeKind)),
  get(`${ONE}/bo`, access, ({ params }) => seeOther(`${KINDS}/loai/${params.key}`)),
  ...(settingRoutes({
    setting: kindsSetting,
    path: KINDS,
    access,
    title: { vi: 'Loại sự cố', en: 'Kinds of incidents' },
    effect: {
      vi: 'Từ ngày đó tín hiệu và sự cố mới theo các loại này. Sự cố đang mở giữ các việc phải làm của lúc mở.',
      en: 'From that day signals and new incidents follow these kinds. Open incidents keep the steps they were opened with.',
    },
    tabs: (here) => <KindsTabs here={here} />,
    // each reading of the rules asks for those of the day
    published: async () => undefined,
  }) as readonly Route<CentreTables>[]),
];

interface WorkedOn {
  readonly kinds: Kinds['kinds'];
  readonly isDraft: boolean;
  /** Of the draft; 0 when there is none. */
  readonly version: number;
  /** Nobody has published others than those of the pack. */
  readonly isProposed: boolean;
}

/** The draft where there is one, else what was published last. */
async function readWorkedOn({ db }: Pick<CentreExchange, 'db'>): Promise<WorkedOn> {
  const [draft, last, isProposed] = await Promise.all([
    findDraft<Kinds>(platformPart(db), KINDS_SETTING),
    getLast<Kinds>(db, KINDS_SETTING),
    isOfPack(db, KINDS_SETTING),
  ]);
  const { kinds } = (draft ?? last).body;
  return { kinds, isDraft: draft !== undefined, version: draft?.version ?? 0, isProposed };
}

async function showKinds(exchange: CentreExchange): Promise<Answer> {
  return page(<KindsPage {...(await readWorkedOn(exchange))} />);
}

interface Mistake {
  readonly typed: TypedKind;
  readonly errors: readonly FieldError[];
}

async function showKind(exchange: CentreExchange, mistake?: Mistake): Promise<Answer> {
  const key = exchange.params.key ?? '';
  const { kinds, version } = await readWorkedOn(exchange);
  const known = kinds.find((kind) => kind.key === key);
  if (!known && key !== NEW) return notFound;
  const typed = mistake?.typed ?? (known ? typedOf(known) : NOTHING_TYPED);
  return page(
    <KindPage kindKey={key} version={version} typed={typed} errors={mistake?.errors ?? []} />,
    mistake ? 422 : 200,
  );
}

async function changeKind(exchange: Own): Promise<Answer> {
  const { form, params, locale } = exchange;
  const key = params.key ?? '';
  const { kinds } = await readWorkedOn(exchange);
  const known = kinds.find((kind) => kind.key === key);
  if (!known && key !== NEW) return notFound;
  const typed = readTyped(form);
  const read = readKind(typed, known, locale);
  if (read.errors) return showKind(exchange, { typed, errors: read.errors });
  const changed = known ? kinds.map((kind) => (kind === known ? read.kind : kind)) : [...kinds, read.kind];
  return save(exchange, { kinds: changed, part: read.kind.key, typed });
}

async function removeKind(exchange: Own): Promise<Answer> {
  const key = exchange.params.key ?? '';
  const { kinds } = await readWorkedOn(exchange);
  const known = kinds.find((kind) => kind.key === key);
  if (!known) return notFound;
  return save(exchange, { kinds: kinds.filter((kind) => kind !== known), part: key, typed: typedOf(known) });
}

async function save(
  exchange: Own,
  { kinds, part, typed }: Kinds & { readonly part: string; readonly typed: TypedKind },
): Promise<Answer> {
  const { db, signedIn, clock, locale } = exchange;
  const commandId = commandIdOf(exchange);
  const shown = shownVersionOf(exchange);
  if (!commandId || shown === undefined) return notFound;
  const faults = kindsSetting.check({ kinds }, { kinds }, '');
  if (faults.length > 0)
    return showKind(exchange, { typed, errors: faults.map(({ message }) => ({ message: message[locale] })) });
  const command = { setting: KINDS_SETTING, commandId, shown, at: clock(), body: { kinds }, part };
  const saved = await saveDraft(platformPart(db), actorOf(signedIn), command);
  return saved.kind === 'done' ? seeOther(`${KINDS}/ban-nhap`) : outcomePage(saved, KINDS);
}
