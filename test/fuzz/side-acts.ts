/** Acts beside the steps of a random history: parts of linked procedures, the unit that holds it, papers carried between offices and their copies. */
import { newId } from '../../src/platform/db/ids.ts';
import { openParts } from '../../src/systems/dossiers/dossier-state.ts';
import * as verbs from '../../src/systems/dossiers/dossiers.ts';
import type { LoadedDossier } from '../../src/systems/dossiers/load-dossier.ts';
import { digitisable } from '../../src/systems/dossiers/turns/digitisation.ts';
import { refusedParts } from '../../src/systems/dossiers/turns/part-reopening.ts';
import { type HistoryAct, inHand, type Moment, one, paper, shown, who } from './moment.ts';

/** Those of the published list that are not in this state of being copied; undefined where none has been begun. */
const papersIn = (dossier: LoadedDossier, ...states: readonly (string | undefined)[]): string[] =>
  digitisable(dossier)
    .map(({ key }) => key)
    .filter((key) => states.includes(dossier.digitisations.find(({ component }) => component === key)?.state));

const copied = (moment: Moment, ...states: readonly (string | undefined)[]) => ({
  commandId: newId(),
  caseId: moment.dossier.id,
  component: one(papersIn(moment.dossier, ...states), moment) ?? 'khong-co',
});

const carried = ({ dossier }: Moment, isOpen: (transfer: LoadedDossier['transfers'][number]) => boolean) => ({
  commandId: newId(),
  caseId: dossier.id,
  transfer: dossier.transfers.find(isOpen)?.id ?? newId(),
});

export const SIDE_ACTS: readonly HistoryAct[] = [
  {
    name: 'endPart',
    when: (dossier) => openParts(dossier).length > 0,
    perform: (moment) =>
      verbs.endPart(moment.env, who(moment), {
        ...shown(moment),
        consultation: one(openParts(moment.dossier), moment)?.id ?? newId(),
        ...(moment.pick % 3 === 0
          ? ({ outcome: 'refused', reference: '', note: 'Thiếu số định danh.' } as const)
          : ({ outcome: 'done', reference: '12/TB', note: '', file: newId() } as const)),
      }),
  },
  {
    name: 'reopenPart',
    when: (dossier) => inHand(dossier) && refusedParts(dossier).length > 0,
    perform: (moment) =>
      verbs.reopenPart(moment.env, who(moment), {
        ...shown(moment),
        consultation: one(refusedParts(moment.dossier), moment)?.id ?? newId(),
      }),
  },
  {
    name: 'redirectDossier',
    when: inHand,
    perform: (moment) =>
      verbs.redirectDossier(moment.env, who(moment), {
        ...shown(moment),
        unit: one(moment.units, moment) ?? newId(),
      }),
  },
  {
    name: 'sendTransfer',
    beside: true,
    when: ({ transfers }) => transfers.some(({ sentAt }) => sentAt === null),
    perform: (moment) =>
      verbs.sendTransfer(moment.env, who(moment), {
        ...carried(moment, ({ sentAt }) => sentAt === null),
        how: moment.pick % 2 === 0 ? 'post' : 'courier',
        reference: moment.pick % 3 === 0 ? '' : 'RR123',
      }),
  },
  {
    name: 'takeTransfer',
    beside: true,
    when: ({ transfers }) => transfers.some(({ takenAt }) => takenAt === null),
    perform: (moment) =>
      verbs.takeTransfer(
        moment.env,
        who(moment),
        carried(moment, ({ takenAt }) => takenAt === null),
      ),
  },
  {
    name: 'recordPaperChecked',
    beside: true,
    when: (dossier) => dossier.originals > 0 && papersIn(dossier, undefined).length > 0,
    perform: (moment) => verbs.recordPaperChecked(moment.env, who(moment), copied(moment, undefined)),
  },
  {
    name: 'scanPaper',
    beside: true,
    when: (dossier) => papersIn(dossier, 'checked', 'scanned', 'coded').length > 0,
    perform: (moment) =>
      verbs.scanPaper(moment.env, who(moment), {
        ...copied(moment, 'checked', 'scanned', 'coded'),
        pages: Array.from({ length: moment.pick % 4 }, () => ({ file: newId(), turn: 0 as const })),
      }),
  },
  {
    name: 'codePaper',
    beside: true,
    when: (dossier) => papersIn(dossier, 'scanned').length > 0,
    perform: (moment) => verbs.codePaper(moment.env, who(moment), copied(moment, 'scanned')),
  },
  {
    name: 'recordPaperSigned',
    beside: true,
    when: (dossier) => papersIn(dossier, 'coded').length > 0,
    perform: (moment) =>
      verbs.recordPaperSigned(moment.env, who(moment), { ...copied(moment, 'coded'), file: paper() }),
  },
];

/** Drawn among themselves from time to time: where there are many steps to go on with, they would seldom be seen. */
export const BESIDE: ReadonlySet<string> = new Set(SIDE_ACTS.map(({ name }) => name));
