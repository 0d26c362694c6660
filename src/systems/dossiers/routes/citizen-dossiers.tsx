/** The citizen's own dossiers: the list, one of them, the confirmation after handing in, and public tracking by code. */
import { sql } from 'kysely';
import { addDays, dayOf, findInstant, isoOf } from '../../../platform/calendar/instant.ts';
import { dueOf, readClock } from '../../../platform/cases/clock.ts';
import { type Draft, listDrafts } from '../../../platform/forms/draft.ts';
import { type Answer, type Exchange, fieldOf, get, notFound, page, type Route } from '../../../platform/http/route.ts';
import { readBesideOwnCase } from '../../../platform/system/beside-case.ts';
import type { Platform } from '../../../platform/system/platform.ts';
import { moneyText } from '../../../platform/text/money.ts';
import { dayText, timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { preparePayPage } from '../../payments/index.ts';
import { getVersion } from '../../procedures/index.ts';
import { applicantWords } from '../applicant-words.ts';
import { contextOf, textAt } from '../application.ts';
import { currentStep } from '../dossier-state.ts';
import { type DossierView, readDossierView } from '../dossier-view.ts';
import { listOwnDossiers, type OwnDossier } from '../list-own.ts';
import { loadDossier } from '../load-dossier.ts';
import { DossierPage } from '../pages/dossier-page.tsx';
import { DuePage } from '../pages/due-page.tsx';
import { type ListedDraft, MyDossiersPage } from '../pages/my-dossiers-page.tsx';
import { SubmittedPage } from '../pages/submitted-page.tsx';
import { TrackPage } from '../pages/track-page.tsx';
import { statusSentence } from '../status-sentence.ts';
import type { DossierTables } from '../tables.ts';
import { applicantActor, citizenOf, originOf } from './citizen.ts';

type Asked = Exchange<DossierTables>;

const PAGE = 20;

export const dossierRoutes: readonly Route<DossierTables>[] = [
  get('/ho-so-cua-toi', 'citizen', myDossiers),
  get('/ho-so/:code', 'citizen', (exchange) => withView(exchange, (view) => dossierPage(exchange, view))),
  get('/ho-so/:code/da-nop', 'citizen', (exchange) => withView(exchange, (view) => submitted(exchange, view))),
  get('/ho-so/:code/thoi-han', 'citizen', (exchange) => withView(exchange, (view) => duePage(exchange, view))),
  get('/tra-cuu', 'public', track, { perMinute: 60 }),
];

/** Another person's dossier is not found, whoever asks. */
export async function withView(
  exchange: Asked,
  answer: (view: DossierView) => Answer | Promise<Answer>,
): Promise<Answer> {
  const { platform, db, params, clock } = exchange;
  const { scope } = applicantActor(exchange);
  const view = await readDossierView({ platform, db, code: params.code ?? '', scope, now: clock() });
  return view ? answer(view) : notFound;
}

/** The form as it was asked: by the pinned version, on the day it was handed in. */
export async function formOf({ db }: Pick<Asked, 'db'>, { dossier }: Pick<DossierView, 'dossier'>) {
  const version = await getVersion(db, dossier.versionId);
  if (!version) throw new Error(`the pinned version of ${dossier.code} is gone`);
  const context = contextOf({ area: dossier.areaCode, case: dossier.caseKey ?? '' }, dossier.openedAt);
  return { versionId: version.id, form: version.form, context: { ...context, channel: dossier.channel } };
}

async function dossierPage(exchange: Asked, view: DossierView): Promise<Answer> {
  const { form, context } = await formOf(exchange, view);
  const { dossier, payment } = view;
  // the way to pay begins here: by the time it is followed, the bank's page is there
  if (dossier.waiting === 'financial-obligation' && payment)
    await preparePayPage(exchange.db, exchange.platform, payment);
  const beside = await readBesideOwnCase(exchange.platform as unknown as Platform, {
    kind: 'dossier',
    code: dossier.code,
    reader: citizenOf(exchange),
    locale: exchange.locale,
  });
  return page(<DossierPage view={view} form={form} context={context} beside={beside} />);
}

function submitted(exchange: Asked, { dossier, unitName }: DossierView): Answer {
  const fee = dossier.fees.filter((one) => one.payable === 'receipt').reduce((sum, one) => sum + one.amount, 0);
  return page(
    <SubmittedPage
      code={dossier.code}
      procedure={dossier.definition.name}
      applicant={applicantWords(dossier.applicant).full}
      sentAt={dossier.openedAt}
      office={unitName(dossier.receivingUnit)}
      answerBy={dossier.answerDueAt}
      fee={fee > 0 ? moneyText(fee, exchange.locale) : undefined}
      trackUrl={`${originOf(exchange)}/tra-cuu?ma=${encodeURIComponent(dossier.code)}`}
    />,
  );
}

function duePage({ clock }: Asked, { dossier, office }: DossierView): Answer {
  const state = readClock(dossier.clock);
  const asOf = state.kind === 'clock' && state.status === 'stopped' ? (state.stoppedAt ?? clock()) : clock();
  const due = state.kind === 'refusal' ? undefined : dueOf(state, office, asOf);
  return page(<DuePage dossier={dossier} due={due} />);
}

async function myDossiers(exchange: Asked): Promise<Answer> {
  const { db, clock, query } = exchange;
  const { accountId } = citizenOf(exchange);
  const after = fieldOf(query, 'sau');
  const [drafts, own] = await Promise.all([
    after === '' ? listDrafts(db, { accountId, at: clock() }) : [],
    listOwnDossiers(db, { accountId, limit: PAGE, ...(after !== '' && { after }) }),
  ]);
  const named = await Promise.all(
    drafts.filter((draft) => textAt(draft.particulars, 'dossier') === '').map((draft) => listedDraft(exchange, draft)),
  );
  return page(
    <MyDossiersPage
      drafts={named.flatMap((draft) => draft ?? [])}
      dossiers={own.rows.map(listedDossier)}
      {...((own.next || after !== '') && {
        pages: {
          summary: '',
          ...(after !== '' && { previous: '/ho-so-cua-toi' }),
          ...(own.next && { next: `/ho-so-cua-toi?sau=${encodeURIComponent(own.next)}` }),
        },
      })}
    />,
  );
}

async function listedDraft({ db }: Asked, draft: Draft): Promise<ListedDraft | undefined> {
  const version = await getVersion(db, draft.form_version);
  if (!version) return undefined;
  const lastDay = addDays(dayOf(draft.expires_at), -1);
  return {
    href: `/nop-ho-so/${draft.id}`,
    procedure: version.definition.name,
    detail: {
      vi: `Lưu ${timeInTable(draft.updated_at)}, giữ đến hết ngày ${dayText(lastDay)}`,
      en: `Saved ${timeInTable(draft.updated_at, 'en')}, kept until ${dayText(lastDay, 'en')}`,
    },
  };
}

function listedDossier(row: OwnDossier) {
  const { waiting, status } = row;
  return {
    code: row.code,
    procedure: row.title,
    status: row.state,
    waits: status !== 'closed' && waiting !== null,
    detail: {
      vi: `Gửi ${timeInTable(row.openedAt)}${dueText(row, 'vi')}`,
      en: `Sent ${timeInTable(row.openedAt, 'en')}${dueText(row, 'en')}`,
    },
  };
}

/** Once there is a result nobody waits for it any more. */
function dueText({ dueAt, status }: OwnDossier, locale: 'vi' | 'en'): string {
  if (dueAt === null || status === 'closed' || status === 'decided') return '';
  return locale === 'vi' ? `, hạn ${timeInTable(dueAt)}` : `, due ${timeInTable(dueAt, 'en')}`;
}

/** Nothing that says who: status, step, office and times. */
async function track({ db, query }: Asked): Promise<Answer> {
  const asked = fieldOf(query, 'ma').trim().toUpperCase().slice(0, 60);
  const dossier = /^[A-Z0-9.-]{6,60}$/.test(asked) ? await loadDossier(db, { code: asked }, 'all') : undefined;
  if (!dossier) return page(<TrackPage asked={asked} found={undefined} />, asked === '' ? 200 : 404);
  const holder = dossier.status === 'closed' ? null : dossier.holdingUnit;
  const row = await sql<{ changed_at: string; holder: { vi: string } | null }>`
    select to_char(c.changed_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD"T"HH24:MI:SS') as changed_at, u.name as holder
    from cases.case c left join organisation.unit u on u.id = ${holder} where c.id = ${dossier.id}
  `.execute(db);
  const known = row.rows[0];
  const step = dossier.status === 'open' ? currentStep(dossier)?.name : undefined;
  return page(
    <TrackPage
      asked={asked}
      found={{
        code: dossier.code,
        procedure: dossier.definition.name,
        status: statusSentence(dossier),
        step,
        holder: known?.holder ?? undefined,
        promisedAt: dossier.promisedAt,
        dueAt: dossier.dueAt,
        changedAt: findInstant(known?.changed_at ?? isoOf(dossier.openedAt)) ?? dossier.openedAt,
      }}
    />,
  );
}
