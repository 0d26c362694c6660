/** Texts with places to fill: `Ngày sinh: {child.birth_date|words}`, read once and checked against what there is to fill them. */
import { type Fault, fault } from '../../pack/fault.ts';
import { BLANK, type Run, shown } from '../paper/paper.ts';

/** What a place prints, out of what a paper is made of. */
export interface Place<Scope> {
  readonly read: (scope: Scope) => string | undefined;
  /** Words of the form itself, such as the office's name in a sentence: drawn like the sentence. */
  readonly own?: boolean;
  /** Prints nothing where there is nothing; every other place an ellipsis. */
  readonly optional?: boolean;
}

export type TemplateText<Scope> = readonly (string | Place<Scope>)[];

export interface Placeholder {
  readonly path: string;
  readonly format: string | undefined;
}

/** Who knows the places: undefined where there is none of that name, or the format does not fit it. */
export type FindPlace<Scope> = (placeholder: Placeholder) => Place<Scope> | undefined;

const PLACE = /\{([^{}]*)\}/g;
const PATH = /^([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*)(?:\|([a-z]+))?$/;

/** `at` is the path of the text in the template, for faults. */
export function compileText<Scope>(
  text: string,
  at: string,
  find: FindPlace<Scope>,
  faults: Fault[],
): TemplateText<Scope> {
  const parts: (string | Place<Scope>)[] = [];
  let end = 0;
  for (const match of text.matchAll(PLACE)) {
    parts.push(text.slice(end, match.index));
    const [, path, format] = PATH.exec(match[1] ?? '') ?? [];
    const place = path === undefined ? undefined : find({ path, format });
    if (place) parts.push(place);
    else faults.push(unknownPlace(at, match[0], match.index));
    end = match.index + match[0].length;
  }
  parts.push(text.slice(end));
  const stray = text.replaceAll(PLACE, (place) => ' '.repeat(place.length)).search(/[{}]/);
  if (stray >= 0) faults.push(strayBrace(at, stray));
  return parts.filter((part) => part !== '');
}

/** The paths that a text has places for, without their formats. */
export const pathsIn = (text: string): string[] =>
  [...text.matchAll(PLACE)].flatMap((match) => PATH.exec(match[1] ?? '')?.[1] ?? []);

/** The text with its places filled; an unanswered one is an ellipsis. */
export const fillText = <Scope>(text: TemplateText<Scope>, scope: Scope): string =>
  fillRuns(text, scope)
    .map((run) => run.text)
    .join('');

/** The same in pieces, so that a paper can tell its own words from what was filled in. */
export function fillRuns<Scope>(text: TemplateText<Scope>, scope: Scope): Run[] {
  const runs: Run[] = [];
  for (const part of text) {
    const own = typeof part === 'string' || part.own === true;
    const words = typeof part === 'string' ? part : wordsOf(part, scope);
    const last = runs.at(-1);
    if (own && last && !last.filled) runs[runs.length - 1] = { text: last.text + words };
    else runs.push(own ? { text: words } : { text: words, filled: true });
  }
  return runs;
}

/** Undefined where nothing was filled in: a signer without a name signs on a line. */
export function fillName<Scope>(text: TemplateText<Scope>, scope: Scope): string | undefined {
  const name = fillText(text, scope).trim();
  return name === '' || name === BLANK ? undefined : name;
}

function wordsOf<Scope>({ read, optional }: Place<Scope>, scope: Scope): string {
  const value = read(scope);
  return optional ? (value ?? '') : shown(value);
}

const unknownPlace = (at: string, place: string, index: number): Fault =>
  fault(
    'documents.unknown-place',
    at,
    `Không có gì để điền vào “${place}” (ký tự thứ ${index + 1}).`,
    `There is nothing to fill “${place}” with (character ${index + 1}).`,
  );

const strayBrace = (at: string, index: number): Fault =>
  fault(
    'documents.stray-brace',
    at,
    `Dấu ngoặc nhọn ở ký tự thứ ${index + 1} không mở hay khép một trường.`,
    `The brace at character ${index + 1} neither opens nor closes a field.`,
  );
