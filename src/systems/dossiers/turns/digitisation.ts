/** Digitisation (số hóa): a paper taken in at the counter is checked, scanned or photographed, given its code and signed; each step is an act of its own, so that work which was left goes on where it stood. */
import { isoOf } from '../../../platform/calendar/instant.ts';
import type { Command } from '../../../platform/cases/act.ts';
import { decision, type Decision, type Refusal, refuse, type RowChange } from '../../../platform/cases/decision.ts';
import type { Json } from '../../../platform/db/json.ts';
import { newId } from '../../../platform/db/ids.ts';
import type { Digitisation, DossierState, ScannedPage } from '../dossier-state.ts';
import { dims } from '../process.ts';
import type { DossierContext } from '../your-step.ts';

export interface DigitisePaper extends Command {
  /** Key of the component. */
  readonly component: string;
}

export interface ScanPaper extends DigitisePaper {
  /** All of them in their order: what is left out is gone. */
  readonly pages: readonly ScannedPage[];
}

export interface SignPaper extends DigitisePaper {
  /** The pages in one PDF with the officer's signature, already stored. */
  readonly file: { readonly id: string; readonly sha256: string };
}

export const MOST_PAGES = 50;

/** What is handed in on paper; a form is filled in here. */
export const digitisable = ({ components }: Pick<DossierState, 'components'>) =>
  components.filter(({ kind, handling }) => handling === 'handed-in' && kind !== 'form');

/** By the office that took the papers in, wherever the dossier lies now. */
function refuseStrangers(dossier: DossierState, { component }: DigitisePaper, context: DossierContext) {
  if (!context.rolesAt(dossier.receivingUnit).some((role) => role === 'TN' || role === 'DK'))
    return refuse('dossiers.not-received-here');
  return digitisable(dossier).some(({ key }) => key === component) ? undefined : refuse('dossiers.no-such-paper');
}

const paperOf = ({ digitisations }: DossierState, { component }: DigitisePaper): Digitisation | undefined =>
  digitisations.find((one) => one.component === component);

/** Its original lies before the officer and is complete and legible. */
export function decideCheckPaper(
  dossier: DossierState,
  command: DigitisePaper,
  context: DossierContext,
): Decision | Refusal {
  const stranger = refuseStrangers(dossier, command, context);
  if (stranger) return stranger;
  if (paperOf(dossier, command)) return refuse('dossiers.paper-checked-already');
  return decision({
    rows: [
      {
        table: 'dossiers.digitisation',
        op: 'insert',
        values: {
          id: newId(),
          case_id: dossier.id,
          component: command.component,
          state: 'checked',
          pages: [],
          version: 1,
        },
      },
    ],
    entries: [told(dossier, command, context, { type: 'dossiers.paper-checked' })],
  });
}

/** Adding, ordering, turning and taking out pages: each leaves the whole list as it then is, and the code is given anew. */
export function decideScanPaper(
  dossier: DossierState,
  command: ScanPaper,
  context: DossierContext,
): Decision | Refusal {
  const paper = workable(dossier, command, context);
  if ('kind' in paper) return paper;
  if (command.pages.length > MOST_PAGES) return refuse('dossiers.too-many-pages', { most: MOST_PAGES });
  const pages = command.pages.map(({ file, turn }) => ({ file, turn }));
  const state = pages.length === 0 ? 'checked' : 'scanned';
  return decision({
    rows: [changed(paper, { pages, state, code: null })],
    entries: [told(dossier, command, context, { type: 'dossiers.paper-scanned', more: { pages } })],
  });
}

/** Code of the dossier and the paper's place in the published list. No rule that was read fixes it: to be confirmed. */
export function decideCodePaper(
  dossier: DossierState,
  command: DigitisePaper,
  context: DossierContext,
): Decision | Refusal {
  const paper = workable(dossier, command, context);
  if ('kind' in paper) return paper;
  if (paper.pages.length === 0) return refuse('dossiers.paper-not-scanned');
  if (paper.code !== null) return refuse('dossiers.paper-coded-already');
  const place = dossier.definition.components.findIndex(({ key }) => key === command.component) + 1;
  const code = `${dossier.code}.${String(place).padStart(2, '0')}`;
  return decision({
    rows: [changed(paper, { state: 'coded', code })],
    entries: [told(dossier, command, context, { type: 'dossiers.paper-coded', more: { paper: code } })],
  });
}

/** The signed copy joins the dossier's papers; who keeps copies for reuse hears of it by its entry. */
export function decideSignPaper(
  dossier: DossierState,
  command: SignPaper,
  context: DossierContext,
): Decision | Refusal {
  const paper = workable(dossier, command, context);
  if ('kind' in paper) return paper;
  if (paper.code === null) return refuse('dossiers.paper-not-coded');
  const at = isoOf(context.at);
  return decision({
    rows: [
      changed(paper, { state: 'signed', file_id: command.file.id, signed_at: at }),
      {
        table: 'dossiers.component',
        op: 'insert',
        values: {
          id: newId(),
          case_id: dossier.id,
          key: command.component,
          file_id: command.file.id,
          original: false,
          supplied_at: at,
          round: 0,
        },
      },
    ],
    entries: [
      told(dossier, command, context, {
        type: 'dossiers.paper-signed',
        more: { paper: paper.code, file: command.file.id, sha256: command.file.sha256, pages: paper.pages.length },
      }),
    ],
  });
}

/** One that has been checked and not signed yet. */
function workable(dossier: DossierState, command: DigitisePaper, context: DossierContext): Digitisation | Refusal {
  const stranger = refuseStrangers(dossier, command, context);
  if (stranger) return stranger;
  const paper = paperOf(dossier, command);
  if (!paper) return refuse('dossiers.paper-not-checked');
  return paper.state === 'signed' ? refuse('dossiers.paper-signed-already') : paper;
}

const changed = ({ id, version }: Digitisation, values: Record<string, Json>): RowChange => ({
  table: 'dossiers.digitisation',
  op: 'update',
  key: { id },
  values: { ...values, version: version + 1 },
  version,
});

const told = (
  dossier: DossierState,
  { component }: DigitisePaper,
  { at }: DossierContext,
  { type, more = {} }: { readonly type: string; readonly more?: Record<string, Json> },
): Decision['entries'][number] => ({ type, dims: dims(dossier, at), body: { code: dossier.code, component, ...more } });
