/** What is compatible: for each legal status and reason to wait, the clock, the step, the outcome and the national status that may stand beside it. */
import type { ClockState } from '../../src/platform/cases/clock.ts';
import type { CaseStatus } from '../../src/platform/cases/tables.ts';
import type { DossierOutcome, Waiting } from '../../src/systems/dossiers/dossier-state.ts';
import type { NationalStatus } from '../../src/systems/dossiers/national-status.ts';

export interface Compatible {
  readonly status: CaseStatus;
  readonly waiting: Waiting | null;
  readonly outcomes: readonly (DossierOutcome | null)[];
  /** Of a procedure with a term; without one no clock ever starts. */
  readonly clock: readonly ClockState['status'][];
  /** Codes of TrangThaiHoSo. */
  readonly national: readonly NationalStatus[];
  /** `reception`: the first step; `process`: a step of the pinned process, held by its role; `over`: nobody's any more. */
  readonly step: 'reception' | 'process' | 'over';
  readonly reason: string;
}

/** Whatever is not here is a contradiction. */
export const COMPATIBLE: readonly Compatible[] = [
  {
    status: 'submitted',
    waiting: null,
    outcomes: [null],
    clock: ['not-started'],
    national: [1],
    step: 'reception',
    reason: 'NĐ 61/2018 Đ.17: the term runs from acceptance; until then the national portal has it as newly registered',
  },
  {
    status: 'submitted',
    waiting: 'supplement',
    outcomes: [null],
    clock: ['not-started'],
    national: [5],
    step: 'reception',
    reason: 'NĐ 61/2018 Đ.17 k.2: asked for papers before acceptance, no term runs yet',
  },
  {
    status: 'open',
    waiting: null,
    outcomes: [null, 'approved', 'rejected'],
    clock: ['running'],
    national: [2, 4],
    step: 'process',
    reason:
      'NĐ 61/2018 Đ.19: accepted and in the office’s hands, so the term runs; a signed result is none before its number',
  },
  {
    status: 'open',
    waiting: 'supplement',
    outcomes: [null, 'approved', 'rejected'],
    clock: ['paused'],
    national: [5],
    step: 'process',
    reason: 'NĐ 61/2018 Đ.19 k.4: sent back for papers, the term stands still and begins anew when they come',
  },
  {
    status: 'open',
    waiting: 'financial-obligation',
    outcomes: [null, 'approved', 'rejected'],
    clock: ['paused'],
    national: [6],
    step: 'process',
    reason: 'the time in which the applicant pays is not the office’s',
  },
  {
    status: 'open',
    waiting: 'draft-confirmation',
    outcomes: [null],
    clock: ['paused', 'running'],
    national: [2, 4],
    step: 'process',
    reason: 'the applicant reads the draft; whether the term stands still meanwhile is the procedure’s',
  },
  {
    status: 'open',
    waiting: 'consultation',
    outcomes: [null, 'approved', 'rejected'],
    clock: ['paused'],
    national: [4],
    step: 'process',
    reason: 'NĐ 61/2018 Đ.19 k.5: a step that waits for opinions; the act of asking is work begun',
  },
  {
    status: 'decided',
    waiting: null,
    outcomes: ['approved', 'rejected'],
    clock: ['stopped'],
    national: [9],
    step: 'process',
    reason: 'numbered and sealed, the result exists: the term is over whenever it is collected',
  },
  {
    status: 'closed',
    waiting: null,
    outcomes: ['approved', 'rejected'],
    clock: ['stopped'],
    national: [10],
    step: 'over',
    reason: 'NĐ 61/2018 Đ.20: the result is handed over',
  },
  {
    status: 'closed',
    waiting: null,
    outcomes: ['silence'],
    clock: ['stopped'],
    national: [9],
    step: 'over',
    reason: 'what silence let go ahead is done, and there is nothing to hand over',
  },
  {
    status: 'closed',
    waiting: null,
    outcomes: ['not-accepted'],
    clock: ['not-started'],
    national: [3],
    step: 'over',
    reason: 'NĐ 61/2018 Đ.17: refused at reception, no term has run',
  },
  {
    status: 'closed',
    waiting: null,
    outcomes: ['withdrawn'],
    clock: ['not-started', 'stopped'],
    national: [7],
    step: 'over',
    reason: 'withdrawn before or after acceptance',
  },
  {
    status: 'closed',
    waiting: null,
    outcomes: ['stopped', 'refused'],
    clock: ['stopped'],
    national: [8],
    step: 'over',
    reason: 'NĐ 61/2018 Đ.19 k.8: stopped or refused after acceptance',
  },
];

/** Statuses of the national portal that nothing follows. */
export const LAST: readonly NationalStatus[] = [3, 7, 8, 10];
