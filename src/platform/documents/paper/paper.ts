/** Papers as data: what stands on a printed page, before any of it is drawn. */

import type { PageImage } from './merge-pages.ts';

/** One printed document. Slips and results compose one of these; `printPaper` draws it. */
export interface Paper {
  /** Title in the file's metadata and in the viewer's window. */
  readonly title: string;
  readonly format: 'A5' | 'A4' | 'A4-landscape';
  readonly letterhead: Letterhead;
  readonly blocks: readonly Block[];
  /** Small line above the letterhead: which form of which rule this is. */
  readonly formName?: string;
  /** Line across the top that says the data is not real. */
  readonly warning?: string;
  /** How a stranger checks the paper. Stands at the foot of the last page. */
  readonly check?: PublicCheck;
  /** Pages of another paper that this one speaks of, behind it: each a page of its own. */
  readonly scans?: readonly PageImage[];
}

export interface PublicCheck {
  readonly url: string;
  /** Sentences beside the QR code, one a line. */
  readonly lines: readonly string[];
}

/** The two columns on top of an official paper (NĐ 30/2020, Annex I): who issues it, and the name of the State. */
export interface Letterhead {
  /** The authority above, in ordinary capitals. */
  readonly parent?: string;
  /** The issuing body, in bold capitals. */
  readonly body: string;
  readonly number?: LetterheadLine;
  readonly placeAndDate?: LetterheadLine;
  /** Reserves the top right corner for the mark of the agency's signature. */
  readonly agencyMark?: boolean;
}

/** Printed now, or left as a form field that is filled while the paper is being signed. */
export type LetterheadLine = { readonly text: string } | { readonly reserved: ReservedField };

/** Fields filled between the signatures: filling a form is the change that a signature allows (ISO 32000-1, 12.8.2.2). */
export type ReservedField = 'document_number' | 'document_date';

/** Piece of a line: the form's own wording, or what was filled in. */
export interface Run {
  readonly text: string;
  readonly filled?: boolean;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

export type Block =
  | { readonly kind: 'title'; readonly text: string; readonly under?: string }
  | { readonly kind: 'heading'; readonly text: string }
  /** `Label: value` pairs on one line, wrapping where they must. */
  | { readonly kind: 'fields'; readonly fields: readonly Field[] }
  | {
      readonly kind: 'paragraph';
      readonly runs: readonly Run[];
      readonly align?: 'left' | 'center' | 'justify';
      readonly indent?: boolean;
    }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly marker?: 'number' | 'dash' }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] }
  /** `recipients` (Nơi nhận) stand in the left half, which a single signer leaves free. */
  | { readonly kind: 'signatures'; readonly signers: readonly Signer[]; readonly recipients?: readonly string[] };

export interface Field {
  readonly label: string;
  readonly value: string | undefined;
}

export interface Column {
  readonly heading: string;
  /** Share of the width. */
  readonly weight: number;
  readonly align?: 'left' | 'center' | 'right';
}

export interface Signer {
  /** NGƯỜI TIẾP NHẬN HỒ SƠ, TM. ỦY BAN NHÂN DÂN: capitals, one line each. */
  readonly title: readonly string[];
  /** `(Ký và ghi rõ họ tên)`. */
  readonly note?: string;
  readonly name?: string;
  /** Reserves a field for the mark of this person's electronic signature. One signer at most. */
  readonly electronicMark?: boolean;
}

/** What stands where a form was left empty. */
export const BLANK = '…';

export const shown = (value: string | undefined): string =>
  value === undefined || value.trim() === '' ? BLANK : value;
