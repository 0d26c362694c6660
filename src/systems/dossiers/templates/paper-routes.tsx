/** Routes of papers' templates: the list, one with its print and its versions, drafting, publishing from a day, and going back to an earlier one. */
import { addDays, dayOf, type Instant } from '../../../platform/calendar/instant.ts';
import { platformPart } from '../../../platform/db/platform-part.ts';
import { paperAnswer, pdfOf } from '../../../platform/documents/preview/paper-answer.ts';
import { BEGINNING } from '../../../platform/documents/slips/slip-pack.ts';
import {
  findDraft,
  listCodes,
  listDrafted,
  listVersions,
  type TemplateDraft,
  type TemplateVersion,
} from '../../../platform/documents/templates/template-store.ts';
import { versionOn } from '../../../platform/documents/templates/template-version.ts';
import {
  dropDraft,
  publishDraft,
  type Published,
  restoreVersion,
  type TemplateToPublish,
} from '../../../platform/documents/templates/write-template.ts';
import {
  type Answer,
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
import { actorOf, type SignedIn } from '../../../platform/identity/signed-in.ts';
import { isDay } from '../../../platform/text/partial-day.ts';
import type { FieldError } from '../../../platform/web/components/error-summary/error-summary.tsx';
import type { DossierTables } from '../tables.ts';
import { PaperPage } from './pages/paper-page.tsx';
import { paperPath, PAPERS, ruleOf } from './pages/paper-words.ts';
import { PapersPage } from './pages/papers-page.tsx';
import { compilePaper, previewPaper, titleOf } from './paper-template.ts';
import { linesOf } from './writing.ts';

export const editPapers = { permission: 'documents.edit-templates' } as const;
export const ONE_PAPER = `${PAPERS}/:code`;

export type Asked = Exchange<DossierTables>;
export type Own = Asked & { readonly signedIn: SignedIn };

/** The server lets only the signed in through; this says so to the compiler. */
export const own =
  (handle: (exchange: Own) => Promise<Answer>) =>
  async (exchange: Asked): Promise<Answer> =>
    exchange.signedIn ? handle(exchange as Own) : notFound;

export const paperRoutes: readonly Route<DossierTables>[] = [
  get(PAPERS, editPapers, listAll),
  get(ONE_PAPER, editPapers, (exchange) => showPaper(exchange)),
  get(`${ONE_PAPER}/ban-in/:what/mau.pdf`, editPapers, printExample),
  post(`${ONE_PAPER}/cong-bo`, editPapers, own(publish)),
  post(`${ONE_PAPER}/dung-lai`, editPapers, own(restore)),
  post(`${ONE_PAPER}/bo-nhap`, editPapers, own(drop)),
  // where a form came back from with a mistake: loading it again shows the template
  ...['cong-bo', 'dung-lai', 'bo-nhap'].map((act) =>
    get<DossierTables>(`${ONE_PAPER}/${act}`, editPapers, ({ params }) => seeOther(paperPath(params.code ?? ''))),
  ),
];

async function listAll({ db, clock }: Asked): Promise<Answer> {
  const [codes, drafted] = [await listCodes(db), await listDrafted(db)];
  const versions = await listVersions(db, codes);
  const papers = codes.flatMap((code) => {
    const inForce = versionOn(
      versions.filter((one) => one.code === code),
      clock(),
    );
    if (!inForce) return [];
    const { kind, content, version, validFrom, origin } = inForce;
    const since = validFrom === BEGINNING ? undefined : validFrom;
    const said = { title: titleOf(kind, content), rule: ruleOf(content), validFrom: since };
    return [{ code, kind, version, origin, ...said, hasDraft: drafted.has(code) }];
  });
  return page(<PapersPage papers={papers.toSorted((a, b) => b.kind.localeCompare(a.kind))} />);
}

export interface KnownPaper {
  /** Oldest first. */
  readonly versions: readonly TemplateVersion[];
  readonly inForce: TemplateVersion;
  readonly draft: TemplateDraft | undefined;
}

export async function findPaper({ db, params, clock }: Asked): Promise<KnownPaper | undefined> {
  const code = params.code ?? '';
  const [versions, draft] = await Promise.all([listVersions(db, [code]), findDraft(db, code)]);
  const inForce = versionOn(versions, clock()) ?? versions.at(-1);
  return inForce && { versions, inForce, draft };
}

interface Mistake {
  readonly errors: readonly FieldError[];
  readonly from: Readonly<Record<'day' | 'month' | 'year', string>>;
  /** The version that was to be used again. */
  readonly version?: string;
}

async function showPaper(exchange: Asked, mistake?: Mistake): Promise<Answer> {
  const { params, query, clock } = exchange;
  const found = await findPaper(exchange);
  if (!found) return notFound;
  const { versions, inForce, draft } = found;
  const asked = mistake ? mistake.version : fieldOf(query, 'phien-ban');
  const shown = shownOf(found, asked);
  if (!shown) return notFound;
  return page(
    <PaperPage
      code={params.code ?? ''}
      title={titleOf(inForce.kind, inForce.content)}
      kind={inForce.kind}
      versions={versions.toReversed()}
      inForce={inForce}
      shown={{ what: shown.what, version: shown.version, lines: linesOf(inForce.kind, shown.content) }}
      linesInForce={linesOf(inForce.kind, inForce.content)}
      draft={draft?.version}
      offered={offeredOf(versions, inForce)}
      from={mistake?.from ?? partsOf(addDays(dayOf(clock()), 1))}
      {...(mistake ? { errors: mistake.errors } : {})}
    />,
    mistake ? 422 : 200,
  );
}

function shownOf({ versions, inForce, draft }: KnownPaper, asked: string | undefined) {
  if (asked) {
    const found = versions.find(({ version }) => String(version) === asked);
    return found && { what: 'version' as const, version: found.version, content: found.content };
  }
  return draft
    ? { what: 'draft' as const, version: draft.base, content: draft.content }
    : { what: 'version' as const, version: inForce.version, content: inForce.content };
}

/** The pack's newest form, when an administrator's keeps it out of force. */
function offeredOf(versions: readonly TemplateVersion[], inForce: TemplateVersion): number | undefined {
  const last = versions.findLast(({ origin }) => origin === 'pack');
  const isNewer = last && (last.version > inForce.version || last.validFrom > inForce.validFrom);
  return isNewer && inForce.origin === 'administrator' ? last.version : undefined;
}

/** `nhap-3` is the draft in its third saving, `pb-2` the second version: an address whose print never changes. */
async function printExample(exchange: Asked): Promise<Answer> {
  const { db, params } = exchange;
  const found = await findPaper(exchange);
  const [, what, number] = /^(nhap|pb)-(\d{1,6})$/.exec(params.what ?? '') ?? [];
  const draft = found?.draft && String(found.draft.version) === number ? found.draft : undefined;
  const version = found?.versions.find((one) => String(one.version) === number);
  const shown = what === 'nhap' ? draft : version;
  if (!found || !shown) return notFound;
  const { template } = await compilePaper(db, found.inForce.kind, shown.content);
  if (!template) return notFound;
  const pdf = await previewPaper(template, exchange.clock());
  return paperAnswer(exchange, pdfOf(pdf, `${params.code}-${what}-${number}.pdf`));
}

async function publish(exchange: Own): Promise<Answer> {
  const { db, signedIn, form, params } = exchange;
  const wanted = readWanted(exchange);
  if ('errors' in wanted) return showPaper(exchange, wanted);
  const draft = numberOf(form, 'shown');
  const command = { ...wanted, code: params.code ?? '', draft };
  return settled(exchange, await publishDraft(platformPart(db), actorOf(signedIn), command));
}

async function restore(exchange: Own): Promise<Answer> {
  const { db, signedIn, form, params } = exchange;
  const wanted = readWanted(exchange);
  if ('errors' in wanted) return showPaper(exchange, { ...wanted, version: fieldOf(form, 'shown') });
  const version = numberOf(form, 'shown');
  const command = { ...wanted, code: params.code ?? '', version };
  return settled(exchange, await restoreVersion(platformPart(db), actorOf(signedIn), command));
}

function settled({ params }: Own, outcome: Published): Answer {
  const path = paperPath(params.code ?? '');
  return outcome.kind === 'published' ? seeOther(`${path}?phien-ban=${outcome.version}`) : outcomePage(outcome, path);
}

async function drop({ db, signedIn, form, params, clock }: Own): Promise<Answer> {
  const code = params.code ?? '';
  const command = { code, shown: numberOf(form, 'shown'), at: clock() };
  const outcome = await dropDraft(platformPart(db), actorOf(signedIn), command);
  return outcome.kind === 'dropped' ? seeOther(paperPath(code)) : outcomePage(outcome, paperPath(code));
}

type Wanted = Pick<TemplateToPublish, 'from' | 'newest'> & { readonly at: Instant };

/** From which day; a mistake when it is none, or has passed. */
function readWanted({ form, clock, locale }: Own): Wanted | Mistake {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) =>
    fieldOf(form, `from.${part}`).trim(),
  );
  const from = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = clock();
  if (isDay(from) && from >= dayOf(at)) return { from, newest: numberOf(form, 'newest'), at };
  const message = isDay(from) ? PASSED[locale] : NO_DAY[locale];
  return { errors: [{ name: 'from', message }], from: { day, month, year } };
}

const PASSED = { vi: 'Ngày áp dụng phải từ hôm nay trở đi.', en: 'The day must be today or later.' };
const NO_DAY = {
  vi: 'Nhập ngày có trong lịch, ví dụ 5 12 2026.',
  en: 'Enter a day of the calendar, such as 5 12 2026.',
};

function partsOf(day: string) {
  const [year = '', month = '', date = ''] = day.split('-');
  return { day: date, month, year };
}

/** 0 for what is no number: it matches nothing. */
export const numberOf = (form: Exchange['form'], name: string): number => {
  const text = fieldOf(form, name);
  return /^\d{1,6}$/.test(text) ? Number(text) : 0;
};
