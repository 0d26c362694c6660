/** Reading the counter's form: who stands there, at which office, for which procedure, and what was typed and ticked. */
import { sql } from 'kysely';
import { dayOf } from '../../../platform/calendar/instant.ts';
import { newId } from '../../../platform/db/ids.ts';
import { ASKED } from '../../../platform/forms/posted-body.ts';
import { prefill } from '../../../platform/forms/prefill.ts';
import { readForm } from '../../../platform/forms/read-form.ts';
import { fieldOf } from '../../../platform/http/route.ts';
import { defineTexts, type Locale } from '../../../platform/i18n/texts.ts';
import { positionFor } from '../../../platform/permissions/permissions.ts';
import { readPersonalNumber } from '../../../platform/text/personal-number.ts';
import { EXEMPTION_PAPER, findProcedure, getVersion, type PinnedVersion, planVersion } from '../../procedures/index.ts';
import { describeClaim } from '../exemption-claim.ts';
import { prefillFromCard, readCard } from '../identity-card.ts';
import { findLikeDossiers } from '../like-dossiers.ts';
import type { CounterForm } from '../pages/counter/receive-form.tsx';
import { listOffices } from '../three-units.ts';
import { withoutFiles } from '../without-files.ts';
import { findAccount } from './counter-intake.ts';
import { answersAtCounter, lookUpCardHolder, lookUpInForm } from './counter-lookups.ts';
import { type DossierExchange, officerOf } from './desk.ts';

export const RECEIVE = 'dossiers.receive';

const texts = defineTexts({
  name: { vi: 'Ghi họ và tên người nộp.', en: 'Write the full name of the applicant.' },
  number: { vi: 'Số định danh cá nhân gồm 12 chữ số.', en: 'A personal number has 12 digits.' },
  area: { vi: 'Chọn xã, phường của việc này.', en: 'Choose the commune concerned.' },
});

/** In force on the day of the exchange, without questions for files: at the counter paper is taken. */
export async function findVersion({ db, clock }: DossierExchange, code: string): Promise<PinnedVersion | undefined> {
  const found = await findProcedure(db, code, dayOf(clock()));
  const version = found?.version && (await getVersion(db, found.version.id));
  return version && { ...version, form: withoutFiles(version.form) };
}

export async function emptyForm(exchange: DossierExchange, version: PinnedVersion, text: string): Promise<CounterForm> {
  const card = readCard(text);
  const area = await ownCommune(exchange);
  const context = contextOf(exchange, area);
  const counted = { version, context, caseId: newId() };
  const fromCard = prefill(version.form, prefillFromCard(card), context).answers;
  const { answers, person } = await lookUpCardHolder(exchange, counted, { card, answers: fromCard });
  const personalNumber = card?.personalNumber ?? '';
  return {
    ...counted,
    applicant: { name: card?.name ?? person?.name ?? '', personalNumber, phone: '', address: card?.address ?? '' },
    ...(await answersAtCounter(exchange, counted, { answers, personalNumber })),
    known: card !== undefined && (await findAccount(exchange.db, card.personalNumber)) !== undefined,
    area,
    answers,
    errors: [],
    typed: {},
    papers: new Set(),
    receiveBy: 'counter',
    ...(await officesOf(exchange)),
    isNew: true,
    kept: [],
    alike: card?.name
      ? await findLikeDossiers(exchange.db, {
          procedure: version.definition.code,
          name: card.name,
          personalNumber: card.personalNumber,
          except: newId(),
        })
      : [],
  };
}

const contextOf = ({ clock }: DossierExchange, commune: string) => ({
  today: dayOf(clock()),
  channel: 'counter' as const,
  commune,
  case: '',
});

/** The commune of the counter the officer sits at; '' at a counter of the province. */
async function ownCommune({ db, signedIn }: DossierExchange): Promise<string> {
  const rows = await sql<{ code: string }>`
    select a.code from organisation.unit u join organisation.area a on a.id = u.area_id
    where u.id = ${signedIn?.active?.unitId ?? null} and a.level = 'commune'
  `.execute(db);
  return rows.rows[0]?.code ?? '';
}

/** Where the officer sits, when people are received there, and where a result can be collected. */
export async function officesOf(
  exchange: DossierExchange,
): Promise<Pick<CounterForm, 'office' | 'returnAt' | 'offices'>> {
  const { db, clock } = exchange;
  const offices = await listOffices(db, dayOf(clock()));
  const { unitId } = positionFor(officerOf(exchange), RECEIVE) ?? {};
  const office = offices.find(({ id }) => id === unitId)?.id ?? '';
  return { office, returnAt: office, offices: offices.map(({ id, name }) => ({ id, name })) };
}

export async function readCounter(
  exchange: DossierExchange,
  version: PinnedVersion,
  { caseId, kept }: Pick<CounterForm, 'caseId' | 'kept'>,
) {
  const { form } = exchange;
  const text = (name: string): string => fieldOf(form, name).normalize('NFC').trim().slice(0, 300);
  const context = contextOf(exchange, text('area'));
  // Each section says what it asked; together they are the whole form.
  const body = { ...form, [ASKED]: [form[ASKED] ?? []].flat().join(' ') };
  const read = readForm(version.form, body, { context });
  const counted = { version, context, caseId };
  const answers = (await lookUpInForm(exchange, counted, read.answers))?.answers ?? read.answers;
  const offices = await officesOf(exchange);
  const filled: CounterForm = {
    ...counted,
    applicant: {
      name: text('applicant_name'),
      personalNumber: text('applicant_number'),
      phone: text('applicant_phone'),
      address: text('applicant_address'),
    },
    known: false,
    area: text('area'),
    answers,
    ...(await answersAtCounter(exchange, counted, { answers, personalNumber: text('applicant_number') })),
    errors: read.errors,
    typed: read.typed,
    papers: new Set(Object.keys(form).flatMap((name) => (name.startsWith('paper.') ? [name.slice(6)] : []))),
    receiveBy: text('receive_by'),
    ...offices,
    returnAt: text('return_at'),
    isNew: false,
    kept,
    alike: await findLikeDossiers(exchange.db, {
      procedure: version.definition.code,
      name: text('applicant_name'),
      personalNumber: readPersonalNumber(text('applicant_number')).value?.number ?? '',
      except: caseId,
    }),
  };
  const claim = read.errors.length > 0 ? undefined : claimAt(exchange, filled);
  return {
    form: { ...filled, ...(claim && { claim }), judgement: (name: string) => fieldOf(form, name) },
    action: read.action,
  };
}

/** What the answers on the form claim; nothing is stored yet. */
function claimAt({ clock }: DossierExchange, { version, answers, area, papers, kept }: CounterForm) {
  const question = { answers, channel: 'counter' as const, commune: area, at: clock() };
  const { exemption, fees } = planVersion(version, question);
  if (exemption === null) return undefined;
  const feesInFull = planVersion(version, { ...question, exemptionRefused: true }).fees;
  const files = kept
    .filter(({ component }) => component === EXEMPTION_PAPER)
    .map(({ fileId, name }) => ({ id: fileId, name }));
  return describeClaim(
    { definition: version.definition, exemption, fees, feesInFull },
    { files, onPaper: papers.has(EXEMPTION_PAPER) },
  );
}

/** What the counter itself must know, whatever the procedure asks. */
export function missingOf({ applicant, area }: CounterForm, locale: Locale): string | undefined {
  const words = texts(locale);
  if (applicant.name === '') return words.name;
  if (applicant.personalNumber !== '' && readPersonalNumber(applicant.personalNumber).value === undefined)
    return words.number;
  return area === '' ? words.area : undefined;
}
