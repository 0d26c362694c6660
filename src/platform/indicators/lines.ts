/** Lines: what is asked of one measure, and how its answer is laid out. */
import type { MeasureSpec } from './measure.ts';
import type { Reading } from './reading.ts';
import type { Span } from './span.ts';

export type Line = 'all' | 'unit' | 'area';

export interface LinesAsked {
  readonly span: Span;
  readonly line: Line;
}

export interface OfMeasure extends LinesAsked {
  readonly name: string;
  readonly measure: MeasureSpec;
}

/** By code, then by the id of the line. */
export type CodeLines = [string, ReadonlyMap<string, Reading>][];
