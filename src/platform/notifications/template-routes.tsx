/** Routes of templates: seeing what people are told, drafting other words, publishing them from a day, and going back to earlier ones. */
import { addDays, dayOf } from '../calendar/instant.ts';
import { inLanguage } from '../i18n/local-text.ts';
import { LOCALES, type Locale } from '../i18n/texts.ts';
import { problemOf } from '../http/problem.ts';
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
} from '../http/route.ts';
import { actorOf, type SignedIn } from '../identity/signed-in.ts';
import type { Fault } from '../pack/fault.ts';
import { isDay } from '../text/partial-day.ts';
import type { FieldError } from '../web/components/error-summary/error-summary.tsx';
import { TemplateEditPage } from './pages/template-edit-page.tsx';
import { TemplatePage } from './pages/template-page.tsx';
import { TEMPLATES } from './pages/template-words.ts';
import { TemplatesPage } from './pages/templates-page.tsx';
import { WithValues } from './pages/with-values.tsx';
import { publishDraft, restoreVersion, type TemplateToPublish } from './publish-template.ts';
import { dropDraft, findDraft, saveDraft, type TemplateDraft } from './template-draft.ts';
import { fillWithExamples, previewTemplate } from './template-preview.ts';
import { type TemplateTexts } from './template-texts.ts';
import {
  type ListedTemplate,
  listTemplates,
  listVersions,
  type TemplateVersion,
  versionInForce,
} from './template-versions.ts';

const edit = { permission: 'notifications.edit-templates' } as const;
const ONE = `${TEMPLATES}/:code`;

type Own = Exchange & { readonly signedIn: SignedIn };

/** The server lets only the signed in through; this says so to the compiler. */
const own =
  (handle: (exchange: Own) => Promise<Answer>) =>
  async (exchange: Exchange): Promise<Answer> =>
    exchange.signedIn ? handle(exchange as Own) : notFound;

export const templateRoutes: readonly Route[] = [
  get(TEMPLATES, edit, listAll),
  get(ONE, edit, (exchange) => showTemplate(exchange)),
  get(`${ONE}/sua`, edit, (exchange) => showEdit(exchange)),
  post(`${ONE}/sua`, edit, own(save)),
  post(`${ONE}/cong-bo`, edit, own(publish)),
  post(`${ONE}/dung-lai`, edit, own(restore)),
  post(`${ONE}/bo-nhap`, edit, own(drop)),
  // where a form came back from with a mistake: loading it again shows the template
  ...['cong-bo', 'dung-lai', 'bo-nhap'].map((act) =>
    get(`${ONE}/${act}`, edit, ({ params }) => seeOther(pathOf(params.code ?? ''))),
  ),
];

async function listAll({ db, clock, platform }: Exchange): Promise<Answer> {
  const templates = await listTemplates(db, dayOf(clock()));
  const filled = ({ subject }: ListedTemplate) => fillWithExamples(platform.notifying.examples, subject, 'vi');
  return page(<TemplatesPage templates={templates.map((one) => ({ ...one, subject: filled(one) }))} />);
}

const pathOf = (code: string): string => `${TEMPLATES}/${encodeURIComponent(code)}`;

interface Mistake {
  readonly errors: readonly FieldError[];
  readonly from: Readonly<Record<'day' | 'month' | 'year', string>>;
  /** The version that was to be used again. */
  readonly version?: string;
}

async function showTemplate(exchange: Exchange, mistake?: Mistake): Promise<Answer> {
  const { db, params, query, clock } = exchange;
  const code = params.code ?? '';
  const [versions, draft] = await Promise.all([listVersions(db, code), findDraft(db, code)]);
  const [newest] = versions;
  if (!newest) return notFound;
  const today = dayOf(clock());
  const inForce = versionInForce(versions, today);
  const asked = mistake ? mistake.version : fieldOf(query, 'phien-ban');
  const shown = shownOf({ asked, versions, draft, inForce: inForce ?? newest });
  if (!shown) return notFound;
  return page(
    <TemplatePage
      code={code}
      title={fillWithExamples(exchange.platform.notifying.examples, (inForce ?? newest).texts.subject.vi, 'vi')}
      kind={newest.kind}
      versions={versions}
      inForce={inForce}
      shown={shown}
      previews={LOCALES.map((locale) => previewTemplate(shown.texts, locale, previewContext(exchange)))}
      draft={draft?.version}
      offered={offeredOf(versions, inForce)}
      from={mistake?.from ?? partsOf(addDays(today, 1))}
      {...(mistake ? { errors: mistake.errors } : {})}
    />,
    mistake ? 422 : 200,
  );
}

interface Known {
  readonly asked: string | undefined;
  readonly versions: readonly TemplateVersion[];
  readonly draft: TemplateDraft | undefined;
  readonly inForce: TemplateVersion;
}

function shownOf({ asked, versions, draft, inForce }: Known) {
  if (asked) {
    const found = versions.find(({ version }) => String(version) === asked);
    return found && ({ what: 'version', version: found.version, texts: found.texts } as const);
  }
  if (draft) return { what: 'draft', version: draft.base, texts: draft.texts } as const;
  return { what: 'version', version: inForce.version, texts: inForce.texts } as const;
}

/** The newest of the pack, when one of ours was in force before it came and nothing was published since. */
function offeredOf([newest]: readonly TemplateVersion[], inForce: TemplateVersion | undefined): number | undefined {
  return newest?.origin === 'pack' && inForce?.origin === 'administrator' ? newest.version : undefined;
}

const previewContext = ({ platform }: Exchange) => ({
  examples: platform.notifying.examples,
  service: platform.site.service,
  simulated: platform.mode !== 'production',
  origin: platform.config.publicUrl ?? `http://${platform.config.host}:${platform.config.port}`,
});

async function showEdit(
  { db, params, platform, locale }: Exchange,
  more: { readonly texts?: TemplateTexts; readonly shown?: number; readonly errors?: readonly FieldError[] } = {},
): Promise<Answer> {
  const code = params.code ?? '';
  const [versions, draft] = await Promise.all([listVersions(db, code), findDraft(db, code)]);
  const given = platform.notifying.given[code];
  const [newest] = versions;
  if (!newest || !given) return notFound;
  const example = (name: string) => inLanguage(platform.notifying.examples[name] ?? { vi: '' }, locale).text;
  return page(
    <TemplateEditPage
      code={code}
      texts={more.texts ?? draft?.texts ?? newest.texts}
      shown={more.shown ?? draft?.version ?? 0}
      values={given.map((name) => ({ name, example: example(name) }))}
      {...(more.errors ? { errors: more.errors } : {})}
    />,
    more.errors ? 422 : 200,
  );
}

async function save(exchange: Own): Promise<Answer> {
  const { db, signedIn, platform, form, params, clock, locale } = exchange;
  const code = params.code ?? '';
  const texts = readTexts(form);
  const shown = numberOf(form, 'shown');
  const saved = await saveDraft(db, actorOf(signedIn), platform.notifying.given, { code, texts, shown, at: clock() });
  if (saved.kind === 'saved') return seeOther(pathOf(code));
  if (saved.kind === 'faulty') return showEdit(exchange, { texts, shown, errors: errorsOf(saved.faults, locale) });
  if (saved.code !== 'notifications.nothing-new') return outcomePage(saved, `${pathOf(code)}/sua`);
  return showEdit(exchange, { texts, shown, errors: [{ message: problemOf(saved, platform.registry, locale).title }] });
}

const errorsOf = (faults: readonly Fault[], locale: Locale): FieldError[] =>
  faults.map(({ at, message }) => ({ name: at, message: <WithValues text={message[locale]} /> }));

/** Line ends as templates have them; a text message that is empty in both languages is none. */
function readTexts(form: Exchange['form']): TemplateTexts {
  const read = (part: string) => {
    const [vi = '', en = ''] = LOCALES.map((locale) =>
      fieldOf(form, `${part}.${locale}`).replace(/\r\n?/g, '\n').trim(),
    );
    return { vi, en };
  };
  const sms = read('sms');
  return { subject: read('subject'), body: read('body'), ...(sms.vi || sms.en ? { sms } : {}) };
}

async function publish(exchange: Own): Promise<Answer> {
  const { db, signedIn, form, params } = exchange;
  const wanted = readWanted(exchange);
  if ('errors' in wanted) return showTemplate(exchange, wanted);
  const code = params.code ?? '';
  const draft = numberOf(form, 'shown');
  return settled(exchange, await publishDraft(db, actorOf(signedIn), { ...wanted, code, draft }));
}

async function restore(exchange: Own): Promise<Answer> {
  const { db, signedIn, form, params } = exchange;
  const wanted = readWanted(exchange);
  if ('errors' in wanted) return showTemplate(exchange, { ...wanted, version: fieldOf(form, 'shown') });
  const code = params.code ?? '';
  const version = numberOf(form, 'shown');
  return settled(exchange, await restoreVersion(db, actorOf(signedIn), { ...wanted, code, version }));
}

function settled({ params }: Own, outcome: Awaited<ReturnType<typeof publishDraft>>): Answer {
  const path = pathOf(params.code ?? '');
  return outcome.kind === 'published' ? seeOther(`${path}?phien-ban=${outcome.version}`) : outcomePage(outcome, path);
}

async function drop({ db, signedIn, form, params, clock }: Own): Promise<Answer> {
  const code = params.code ?? '';
  const outcome = await dropDraft(db, actorOf(signedIn), { code, shown: numberOf(form, 'shown'), at: clock() });
  return outcome.kind === 'dropped' ? seeOther(pathOf(code)) : outcomePage(outcome, pathOf(code));
}

type Wanted = Pick<TemplateToPublish, 'from' | 'newest' | 'at'>;

/** From which day; a mistake when it is none, or has passed. */
function readWanted({ form, clock, locale }: Own): Wanted | Mistake {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) =>
    fieldOf(form, `from.${part}`).trim(),
  );
  const from = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (isDay(from) && from >= dayOf(clock())) return { from, newest: numberOf(form, 'newest'), at: clock() };
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
const numberOf = (form: Exchange['form'], name: string): number => {
  const text = fieldOf(form, name);
  return /^\d{1,6}$/.test(text) ? Number(text) : 0;
};
