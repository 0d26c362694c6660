/** Review: the answers as rows of label and printed text, for "Kiểm tra lại trước khi nộp hồ sơ" and for the dossier page. */
import type { LocalText, ShownText } from '../i18n/local-text.ts';
import type { Locale } from '../i18n/texts.ts';
import type { Answers } from './answers.ts';
import { firstControl } from './field-error.ts';
import type { Form, FormContext } from './form.ts';
import { type LiveField, type LiveNode, liveForm, numbered } from './live-form.ts';
import { maskedAnswer, printedAnswer } from './printed-answer.ts';
import { type Provenance, provenanceNote } from './prefill.ts';

export interface ReviewSection {
  readonly key: string;
  readonly title: LocalText;
  readonly parts: readonly ReviewPart[];
}

/** Rows under one heading: a block, a row of a group, or what stands in the section by itself. */
export interface ReviewPart {
  readonly heading?: LocalText;
  readonly rows: readonly ReviewRow[];
}

export interface ReviewRow {
  readonly path: string;
  /** Name of the control where it is changed. */
  readonly name: string;
  readonly label: LocalText;
  /** Undefined while unanswered, and for files. */
  readonly shown: ShownText | undefined;
  /** Ids of files, for whoever knows their names. */
  readonly files: readonly string[];
  readonly masked: boolean;
  readonly origin: { readonly label: LocalText; readonly changed: boolean } | undefined;
}

export interface ReviewOptions {
  readonly context: FormContext;
  readonly locale: Locale;
  /** Hide what fields marked `personal` say. */
  readonly masked?: boolean;
  readonly provenance?: Provenance;
}

/** Sections that are asked, in the order of the form; pledges and texts to read are left out. */
export function reviewForm(form: Form, answers: Answers, options: ReviewOptions): ReviewSection[] {
  const live = liveForm(form, answers, options.context);
  return live.sections
    .map(({ section, nodes }) => ({
      key: section.key,
      title: section.title,
      parts: partsOf(form, nodes, undefined, options),
    }))
    .filter((section) => section.parts.length > 0);
}

/** In the order of the page: fields that follow each other share a part, a block or row has its own. */
function partsOf(
  form: Form,
  nodes: readonly LiveNode[],
  heading: LocalText | undefined,
  options: ReviewOptions,
): ReviewPart[] {
  const parts: ReviewPart[] = [];
  let open: ReviewRow[] | undefined;
  for (const live of nodes) {
    if (live.kind !== 'field') {
      parts.push(...innerParts(form, live, options));
      open = undefined;
    } else if (isPrinted(live)) {
      const rows = open ?? [];
      if (open === undefined) parts.push({ heading, rows });
      rows.push(rowOf(form, live, options));
      open = rows;
    }
  }
  return parts;
}

function innerParts(form: Form, live: Exclude<LiveNode, LiveField>, options: ReviewOptions): ReviewPart[] {
  if (live.kind === 'block') return partsOf(form, live.children, live.node.label, options);
  return live.rows.flatMap((row, index) => partsOf(form, row.children, numbered(live.node.item, index), options));
}

const isPrinted = ({ node }: LiveField): boolean => node.field.kind !== 'info' && node.field.kind !== 'pledge';

function rowOf(
  form: Form,
  { node, path, answer }: LiveField,
  { locale, masked = false, provenance = {} }: ReviewOptions,
): ReviewRow {
  const hide = masked && 'personal' in node.field && node.field.personal === true && answer !== undefined;
  const shown =
    answer === undefined
      ? undefined
      : hide
        ? { text: maskedAnswer(form, node, answer), lang: locale }
        : printedAnswer(form, node, answer, locale);
  const files = node.field.kind === 'file' && Array.isArray(answer) ? (answer as readonly string[]) : [];
  return {
    path,
    name: firstControl(node.field, path),
    label: node.field.label,
    shown,
    files,
    masked: hide,
    origin: provenanceNote(provenance, path, answer),
  };
}
