/** Bulk reasons: what several dossiers are asked for or refused with, said once for all of them, or for one of them in words of its own. */
import type { BulkAct } from './bulk-acts.ts';
import type { DossierState } from './dossier-state.ts';
import type { AskForSupplement } from './turns/supplement.ts';

/** Acts that no dossier undergoes without a reason. */
export const NEEDS_REASON: ReadonlySet<BulkAct> = new Set([
  'ask-supplement',
  'send-back',
  'refuse',
  'refuse-processing',
]);
/** Of these, the ones whose reason may be papers of the procedure's list. */
export const NAMES_PAPERS: ReadonlySet<BulkAct> = new Set(['ask-supplement', 'refuse', 'refuse-processing']);

export interface BulkReasons {
  /** For every dossier without words of its own; may be empty. */
  readonly common: string;
  /** Ticked in the procedures' lists, each `procedure|component`. */
  readonly papers: ReadonlySet<string>;
  /** By dossier. */
  readonly own: ReadonlyMap<string, string>;
}

type About = Pick<DossierState, 'id' | 'definition' | 'components'>;

/** What the published list of its procedure names, and no register can answer. */
export const listedPapers = ({ definition, components }: Pick<About, 'definition' | 'components'>) =>
  components
    .filter(({ handling }) => handling !== 'data')
    .map(({ key, name }) => ({ key, name, value: `${definition.code}|${key}` }));

const tickedOf = (dossier: About, { papers }: BulkReasons) =>
  listedPapers(dossier).filter(({ value }) => papers.has(value));

/** Empty where nothing was said that is about this dossier: the rule then refuses it in its own line. */
export function reasonFor(dossier: About, reasons: BulkReasons): string {
  const own = reasons.own.get(dossier.id) ?? '';
  if (own !== '') return own;
  const papers = tickedOf(dossier, reasons).map(({ name }) => name.vi);
  const listed = papers.length === 0 ? '' : `Giấy tờ thiếu hoặc chưa hợp lệ: ${papers.join('; ')}.`;
  return [reasons.common, listed].filter((part) => part !== '').join(' ');
}

/** The papers that were ticked for its procedure, each with the common words; its own words, or common words without a paper, stand alone. */
export function supplementFor(dossier: About, reasons: BulkReasons): Pick<AskForSupplement, 'items' | 'reason'> {
  const { common, papers, own } = reasons;
  const words = own.get(dossier.id) ?? '';
  const reason = words === '' ? common : words;
  if (words !== '' || papers.size === 0) return { items: [{ component: null, text: reason }], reason };
  return { items: tickedOf(dossier, reasons).map(({ key }) => ({ component: key, text: common })), reason };
}
