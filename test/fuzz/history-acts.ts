/** The acts of a random history: each verb with what it needs, drawn so that it is mostly lawful where the dossier stands; the rest the rules must refuse. */
import { addDays, dayOf, type Instant, instantAt, isoOf } from '../../src/platform/calendar/instant.ts';
import { newId } from '../../src/platform/db/ids.ts';
import * as verbs from '../../src/systems/dossiers/dossiers.ts';
import { currentStep } from '../../src/systems/dossiers/dossier-state.ts';
import type { LoadedDossier } from '../../src/systems/dossiers/load-dossier.ts';
import { type HistoryAct, inHand, one, paper, shown, who } from './moment.ts';
import { SIDE_ACTS } from './side-acts.ts';

const may = (dossier: LoadedDossier, ...actions: readonly string[]): boolean =>
  inHand(dossier) && actions.some((action) => currentStep(dossier)?.actions.includes(action as never));
const owes = (dossier: LoadedDossier): boolean =>
  dossier.fees.reduce((sum, { amount }) => sum + amount, 0) > dossier.feePaid || may(dossier, 'ask-payment');
const works = (dossier: LoadedDossier): boolean =>
  inHand(dossier) && !may(dossier, 'sign', 'seal', 'number') && currentStep(dossier) !== dossier.steps.at(-1);

export const HISTORY_ACTS: readonly HistoryAct[] = [
  {
    name: 'acceptDossier',
    when: ({ status, waiting }) => status === 'submitted' && waiting === null,
    perform: (moment) =>
      verbs.acceptDossier(moment.env, who(moment), {
        ...shown(moment),
        ...(moment.dossier.exemption?.state === 'claimed' && {
          exemption: { holds: moment.pick % 2 === 0, reason: 'Thiếu giấy xác nhận.' },
        }),
      }),
  },
  {
    name: 'refuseDossier',
    when: ({ status }) => status === 'submitted',
    perform: (moment) => verbs.refuseDossier(moment.env, who(moment), shown(moment)),
  },
  {
    name: 'askForSupplement',
    when: ({ status, waiting, supplements }) => waiting === null && status !== 'decided' && supplements < 2,
    perform: (moment) =>
      verbs.askForSupplement(moment.env, who(moment), {
        ...shown(moment),
        items: [
          {
            component:
              one(
                moment.dossier.components.filter(({ handling }) => handling !== 'data'),
                moment,
              )?.key ?? null,
            text: 'Bản chụp bị mờ.',
          },
        ],
      }),
  },
  {
    name: 'supplySupplement',
    when: ({ waiting }) => waiting === 'supplement',
    perform: (moment) =>
      verbs.supplySupplement(moment.env, who(moment), {
        ...shown(moment),
        files: [{ id: newId(), component: moment.dossier.components[0]?.key ?? 'bo-sung', fileId: newId() }],
      }),
  },
  {
    name: 'completeStep',
    when: works,
    perform: (moment) => verbs.completeStep(moment.env, who(moment), shown(moment)),
  },
  {
    name: 'sendBack',
    when: (dossier) => inHand(dossier) && currentStep(dossier) !== dossier.steps[0],
    perform: (moment) => verbs.sendBack(moment.env, who(moment), shown(moment)),
  },
  {
    name: 'assignDossier',
    when: ({ status }) => status !== 'closed',
    perform: (moment) => verbs.assignDossier(moment.env, who(moment), { ...shown(moment), assignee: newId() }),
  },
  {
    name: 'askForPayment',
    when: (dossier) => inHand(dossier) && owes(dossier),
    perform: (moment) => {
      const duty = one(moment.dossier.assessed, moment);
      return verbs.askForPayment(moment.env, who(moment), {
        ...shown(moment),
        ...(duty && { assessed: { notice: '15/TB', items: [{ key: duty.key, amount: 1000 * (1 + moment.pick) }] } }),
      });
    },
  },
  {
    name: 'recordPayment',
    when: ({ waiting, feeDue, feePaid }) => waiting === 'financial-obligation' || feeDue > feePaid,
    perform: (moment) => {
      const owed = Math.max(1000, moment.dossier.feeDue - moment.dossier.feePaid);
      return verbs.recordPayment(moment.env, who(moment), {
        commandId: newId(),
        caseId: moment.dossier.id,
        amount: moment.pick % 4 === 0 ? Math.ceil(owed / 2) : owed,
        by: moment.pick % 2 === 0 ? 'bank' : 'counter',
        reference: '',
      });
    },
  },
  {
    name: 'answerDraft',
    when: ({ waiting }) => waiting === 'draft-confirmation',
    perform: (moment) =>
      verbs.answerDraft(moment.env, who(moment), {
        ...shown(moment),
        ...(moment.pick % 3 === 0
          ? ({ answer: 'objected', objection: 'Sai tên đệm.' } as const)
          : ({ answer: 'confirmed', objection: '' } as const)),
      }),
  },
  {
    name: 'askOpinion',
    when: inHand,
    perform: (moment) =>
      verbs.askOpinion(moment.env, who(moment), {
        ...shown(moment),
        units: [{ id: newId(), unit: one(moment.units, moment) as string }],
        term: `${1 + (moment.pick % 5)}wd`,
        question: 'Đề nghị cho ý kiến.',
      }),
  },
  {
    name: 'giveOpinion',
    when: ({ consultations }) => consultations.some(({ answeredAt }) => answeredAt === null),
    perform: (moment) => {
      const open = moment.dossier.consultations.filter(({ answeredAt }) => answeredAt === null);
      return verbs.giveOpinion(moment.env, who(moment), {
        ...shown(moment),
        consultation: one(open, moment)?.id ?? newId(),
        opinion: 'Thống nhất.',
      });
    },
  },
  {
    name: 'apologise',
    when: ({ status, dueAt, apologies }) => status === 'open' && dueAt !== null && apologies === 0,
    perform: (moment) =>
      verbs.apologise(moment.env, who(moment), {
        ...shown(moment),
        until: isoOf(
          instantAt(
            addDays(dayOf(Math.max(moment.at, moment.dossier.dueAt ?? 0) as Instant), 1 + (moment.pick % 9)),
            17 * 60,
          ),
        ),
      }),
  },
  {
    name: 'recordSignature',
    when: (dossier) => may(dossier, 'sign'),
    perform: (moment) =>
      verbs.recordSignature(moment.env, who(moment), {
        ...shown(moment),
        outcome: moment.pick % 4 === 0 ? 'rejected' : 'approved',
        file: paper(),
      }),
  },
  {
    name: 'recordIssue',
    when: (dossier) => inHand(dossier) && dossier.signedAt !== null,
    perform: (moment) =>
      verbs.recordIssue(moment.env, who(moment), {
        ...shown(moment),
        number: `${moment.pick}/2026`,
        file: paper(),
        document: newId(),
      }),
  },
  {
    name: 'handOver',
    when: ({ status }) => status === 'decided',
    perform: (moment) =>
      verbs.handOver(moment.env, who(moment), {
        ...shown(moment),
        how: 'counter',
        to: '',
        ...(moment.pick % 3 > 0 && { told: 'phone' as const }),
      }),
  },
  {
    name: 'refuseProcessing',
    when: inHand,
    perform: (moment) => verbs.refuseProcessing(moment.env, who(moment), shown(moment)),
  },
  {
    name: 'stopDossier',
    when: ({ status }) => status === 'open',
    perform: (moment) => verbs.stopDossier(moment.env, who(moment), shown(moment)),
  },
  {
    name: 'withdrawDossier',
    when: ({ status }) => status === 'submitted' || status === 'open',
    perform: (moment) => verbs.withdrawDossier(moment.env, who(moment), shown(moment)),
  },
  ...SIDE_ACTS,
];

/** Ends that would cut most histories short, so they are drawn seldom. */
export const ENDINGS: ReadonlySet<string> = new Set([
  'refuseDossier',
  'refuseProcessing',
  'stopDossier',
  'withdrawDossier',
]);

/** What brings a dossier on: drawn more often, or histories would seldom see their end. */
export const FORWARD: ReadonlySet<string> = new Set([
  'acceptDossier',
  'supplySupplement',
  'completeStep',
  'askForPayment',
  'recordPayment',
  'answerDraft',
  'recordSignature',
  'recordIssue',
  'handOver',
]);

/** Verbs that no history draws, with the reason: one that is new is in neither list, and the test says so. */
export const NOT_DRAWN: Readonly<Record<string, string>> = {
  reckonDueAgain: 'only a published calendar makes it lawful',
  recordCorrection: 'needs an issued paper with its public page',
  moveDossier: 'the timer of succession performs it',
  moveBack: 'an administrator undoes a batch',
  settleBySilence: 'a timer performs it',
  followOpinions: 'a timer performs it',
  draftApology: 'a timer performs it',
};

export const VERBS: readonly string[] = Object.keys(verbs);
