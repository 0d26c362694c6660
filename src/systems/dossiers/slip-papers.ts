/** Slips of a dossier as PDF on demand, in the words in force at the moment each was given. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { dayOf, findInstant, type Instant } from '../../platform/calendar/instant.ts';
import type { SlipApplicant } from '../../platform/documents/slips/applicant.ts';
import type { SlipContext, SlipOffice } from '../../platform/documents/slips/slip-context.ts';
import { renderSlip, type SlipToPrint } from '../../platform/documents/slips/slip.ts';
import type { SlipMeaning } from '../../platform/documents/slips/slip-forms.ts';
import { findSlip } from '../../platform/documents/slips/find-slip.ts';
import { PROVINCE_NAME } from '../../platform/organisation/province.ts';
import { termAt } from '../procedures/index.ts';
import type { TimelineEntry } from './dossier-timeline.ts';
import type { DossierView } from './dossier-view.ts';
import { textAt } from './application.ts';
import { slipFamilyOf } from './slip-number.ts';
import { termWords } from './time-left.ts';
import { itemTexts, stepName } from './timeline-words.ts';

const MADE_BY: Readonly<Record<SlipMeaning, string | readonly string[]>> = {
  receipt: 'dossiers.dossier-accepted',
  'supplement-request': 'dossiers.supplement-asked',
  refusal: ['dossiers.dossier-refused', 'dossiers.processing-refused'],
  apology: 'dossiers.apology-sent',
  'stop-notice': 'dossiers.dossier-stopped',
  'control-slip': 'dossiers.dossier-accepted',
};

export const isDossierSlip = (name: string): name is SlipMeaning => Object.hasOwn(MADE_BY, name);

/** Undefined when nothing that happened to the dossier gives this slip. */
export async function printDossierSlip(
  db: QueryExecutorProvider,
  view: DossierView,
  meaning: SlipMeaning,
  origin: string,
): Promise<Uint8Array | undefined> {
  const entry = view.entries.findLast((one) => MADE_BY[meaning].includes(one.type));
  if (!entry) return undefined;
  const office = await readOffice(db, view, entry.at);
  const context: SlipContext = {
    at: entry.at,
    office,
    ...numberOf(entry),
    check: { url: `${origin}/tra-cuu?ma=${view.dossier.code}`, code: view.dossier.code },
    simulated: view.dossier.simulated,
  };
  const template = await findSlip(db, { meaning, family: slipFamilyOf(view.dossier.definition), at: entry.at });
  return renderSlip(template, DATA[meaning](view, entry), context);
}

/** As it was taken when the slip was issued: printed again, it is the same slip. Before numbers were taken there was none. */
function numberOf({ body }: TimelineEntry): Pick<SlipContext, 'number'> {
  const number = textAt(body, 'slip');
  return number === '' ? {} : { number };
}

type Told = (view: DossierView, entry: TimelineEntry) => SlipToPrint;

const common = ({ dossier }: DossierView) => ({
  dossierCode: dossier.code,
  applicant: applicantLines(dossier.applicant),
  request: dossier.definition.name.vi,
});

const applicantLines = ({ name, phone, email, address }: DossierView['dossier']['applicant']): SlipApplicant => ({
  name,
  ...(phone && { phone }),
  ...(email && { email }),
  ...(address && { address }),
});

const reasonOf = (entry: TimelineEntry): string => textAt(entry.contents, 'reason');
const officerOf = ({ person }: TimelineEntry) => (person ? { officer: person } : {});
const timeAt = (entry: TimelineEntry, key: string): Instant | undefined => findInstant(textAt(entry.body, key));

const RECEIVED: Readonly<Record<string, string>> = {
  counter: 'Trung tâm Phục vụ hành chính công',
  post: 'Qua bưu chính',
  electronic: 'Bản điện tử trên Cổng dịch vụ công',
};

const DATA: Readonly<Record<SlipMeaning, Told>> = {
  receipt: (view, entry) => ({
    meaning: 'receipt',
    data: {
      ...common(view),
      components: view.papers
        .filter((paper) => paper.round === 0 || paper.file)
        .map(({ name, file }) => `${name.vi} (${file ? 'bản điện tử' : 'bản giấy'}: 01)`),
      sets: 1,
      term: (termWords(view.dossier.term) ?? termAt(view.dossier.definition, view.dossier).text)?.vi ?? '…',
      receivedAt: entry.at,
      dueAt: timeAt(entry, 'promised'),
      resultAt: RECEIVED[view.dossier.receiveBy] ?? '…',
      submitter: view.dossier.applicant.name,
      ...officerOf(entry),
    },
  }),
  'supplement-request': (view, entry) => ({
    meaning: 'supplement-request',
    data: {
      ...common(view),
      items: itemTexts(entry.contents.items).map((item) => item.vi),
      reason: reasonOf(entry),
      ...officerOf(entry),
    },
  }),
  refusal: (view, entry) => ({
    meaning: 'refusal',
    data: { ...common(view), reason: reasonOf(entry), submitter: view.dossier.applicant.name, ...officerOf(entry) },
  }),
  apology: (view, entry) => ({
    meaning: 'apology',
    data: {
      ...common(view),
      receivedAt: view.dossier.receivedAt ?? view.dossier.openedAt,
      dueAt: timeAt(entry, 'was_due') ?? entry.at,
      newDueAt: timeAt(entry, 'new_due') ?? entry.at,
      reason: reasonOf(entry),
      signer: { title: 'Thủ trưởng cơ quan', ...(entry.person && { name: entry.person }) },
    },
  }),
  'stop-notice': (view, entry) => ({
    meaning: 'stop-notice',
    data: {
      ...common(view),
      receivedAt: view.dossier.receivedAt ?? view.dossier.openedAt,
      reason: reasonOf(entry),
      signer: { title: 'Thủ trưởng cơ quan', ...(entry.person && { name: entry.person }) },
    },
  }),
  'control-slip': (view) => ({
    meaning: 'control-slip',
    data: {
      dossierCode: view.dossier.code,
      handlingBody: view.unitName(view.dossier.competentUnit)?.vi ?? '…',
      handovers: handoversOf(view),
    },
  }),
};

const HANDS_ON = new Set(['dossiers.dossier-accepted', 'dossiers.step-completed', 'dossiers.step-sent-back']);

function handoversOf({ dossier, entries }: DossierView) {
  return entries
    .filter((entry) => HANDS_ON.has(entry.type))
    .map((entry) => {
      const next = entry.body.next_step ?? entry.body.to_step;
      const from = entry.body.step ?? dossier.steps[0]?.key;
      return {
        from: stepName(dossier, from).vi,
        to: stepName(dossier, next).vi,
        at: entry.at,
        ...(entry.person && { giver: entry.person }),
      };
    });
}

/** Public service centres since 1 July 2025; before, the office was a section that received and returned. */
const CENTRES_FROM = '2025-07-01';

async function readOffice(db: QueryExecutorProvider, view: DossierView, at: Instant): Promise<SlipOffice> {
  const found = await sql<{ place: string }>`
    select coalesce(a.proper, ${PROVINCE_NAME}) as place from organisation.unit u left join organisation.area a on a.id = u.area_id where u.id = ${view.dossier.competentUnit}
  `.execute(db);
  return {
    agency: view.unitName(view.dossier.competentUnit)?.vi ?? '…',
    oneStop: dayOf(at) >= CENTRES_FROM ? 'Trung tâm Phục vụ hành chính công' : 'Bộ phận Tiếp nhận và Trả kết quả',
    place: found.rows[0]?.place ?? '…',
  };
}
