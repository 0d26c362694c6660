/** Papers and plan of a dossier at a moment of its past: what was taken in, scanned and passed on, as its entries tell, and what its answers asked for; each reckoned only where a rule reads it. */
import { type Instant, instant } from '../../../platform/calendar/instant.ts';
import type { Row } from '../../../platform/cases/rebuild-case.ts';
import type { ReplayedBeside } from '../../../platform/cases/supervised.ts';
import type { Answers } from '../../../platform/forms/answers.ts';
import type { ReadEntry } from '../../../platform/journal/entry.ts';
import { type PinnedVersion, planVersion } from '../../procedures/index.ts';
import type { DossierState, Transfer } from '../dossier-state.ts';
import { isReachable } from '../load-dossier.ts';
import type { Applicant } from '../submission.ts';
import { wayOfPapers, wayOfResult } from '../turns/transfer.ts';

interface Replayed {
  /** Its own row at the moment. */
  readonly dossier: Row;
  readonly version: PinnedVersion;
  readonly beside: ReplayedBeside;
}

type Later = Pick<
  DossierState,
  'originals' | 'digitisations' | 'transfers' | 'fees' | 'feesInFull' | 'assessed' | 'components' | 'reachable'
>;

/** The state with what is dear to reckon, each as it is read for the first time. */
export function reckonedLater(state: DossierState, replayed: Replayed): DossierState {
  const { dossier, version, beside } = replayed;
  const plan = once(() => planOf(state, replayed, dossier.exemption === 'refused'));
  const ways: { readonly [Name in keyof Later]: () => Later[Name] } = {
    originals: () => originalsIn(beside.entries()),
    digitisations: () => signedIn(beside.entries()),
    transfers: () => transfersIn(state, beside.entries()),
    fees: () => plan().fees,
    feesInFull: () => (dossier.exemption === 'claimed' ? planOf(state, replayed, true).fees : plan().fees),
    assessed: () => plan().assessed,
    components: () => plan().components,
    reachable: () => isReachable(state.accountId, (beside.text('applicant') ?? { name: '' }) as unknown as Applicant),
  };
  for (const [name, of] of Object.entries(ways))
    Object.defineProperty(state, name, { get: once<unknown>(of), enumerable: false });
  return state;

  function planOf({ channel, openedAt }: DossierState, { dossier: row }: Replayed, exemptionRefused: boolean) {
    const submitted = beside.entries().find(({ type }) => type === 'dossiers.dossier-submitted');
    const { area } = submitted?.dims ?? {};
    return planVersion(version, {
      answers: (beside.text('answers') ?? {}) as Answers,
      channel,
      commune: typeof area === 'string' ? area : '',
      at: openedAt,
      ...(typeof row.case_key === 'string' && { caseKey: row.case_key }),
      exemptionRefused,
    });
  }
}

/** Only a submission takes papers in: each that came without a file. */
function originalsIn(entries: readonly ReadEntry[]): number {
  const submitted = entries.find(({ type }) => type === 'dossiers.dossier-submitted');
  const files = (submitted?.body?.files ?? []) as readonly { readonly file: string | null }[];
  return files.filter(({ file }) => file === null).length;
}

/** Of digitisations rules count those that are signed: each paper once. */
const signedIn = (entries: readonly ReadEntry[]): DossierState['digitisations'] =>
  entries
    .filter(({ type }) => type === 'dossiers.paper-signed')
    .map(({ body = {} }) => ({ state: 'signed', component: body.component }) as DossierState['digitisations'][number]);

/** Opened by acceptance and result as their turns do it; what was sent, and taken in without that, is told by entries of its own. */
function transfersIn(state: DossierState, entries: readonly ReadEntry[]): readonly Transfer[] {
  const transfers: Transfer[] = [];
  for (const { type, at: time, body = {} } of entries) {
    const at = instant(time);
    if (type === 'dossiers.dossier-accepted') transfers.push(...wayOfPapers(state).map(opened(at)));
    if (type === 'dossiers.result-issued') transfers.push(...wayOfResult(state).map(opened(at)));
    const named = transfers.findIndex(({ content, sentAt }) => content === body.content && sentAt === null);
    const sent = type === 'dossiers.transfer-sent' || (type === 'dossiers.transfer-taken' && body.unsent === true);
    if (sent && named >= 0) transfers[named] = { ...(transfers[named] as Transfer), sentAt: at };
  }
  return transfers;
}

const opened =
  (at: Instant) =>
  (way: ReturnType<typeof wayOfPapers>[number]): Transfer => ({
    ...way,
    id: way.content,
    openedAt: at,
    sendBy: null,
    sentAt: null,
    takenAt: null,
    version: 1,
  });

function once<T>(reckon: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => (known ??= { value: reckon() }).value;
}
