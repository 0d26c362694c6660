/** A table of figures as data: what a page shows, a workbook holds and a paper prints, so that all three say the same. */

export interface Cell {
  readonly text: string;
  /** Where it is a number: what a workbook calculates with. A share is a fraction of 1. */
  readonly number?: number;
  readonly format?: 'count' | 'share' | 'points';
  /** The dossiers behind it. */
  readonly href?: string;
}

export interface FigureColumn {
  readonly key: string;
  readonly head: string;
  /** Words; everything else stands at the end of its cell. */
  readonly words?: boolean;
}

export interface FigureRow {
  readonly key: string;
  /** One for each column; the first names the row. */
  readonly cells: readonly Cell[];
  readonly total?: boolean;
}

export interface FigureTable {
  readonly title: string;
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly FigureRow[];
}

/** One page of figures: some tables and what they rest on. */
export interface FigureSheet {
  /** Path segment and file name: `tong-hop`. */
  readonly name: string;
  readonly title: string;
  /** Whose figures: a unit, or all within reach. */
  readonly whose: string;
  /** Period, "as of", source, rule, what is to be confirmed: a sentence each. */
  readonly about: readonly string[];
  readonly simulated: boolean;
  readonly tables: readonly FigureTable[];
}
