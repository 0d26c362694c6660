/** What the server tells the editor: the values at hand, and its words in the reader's language. */
export interface Value {
  readonly path: string;
  readonly type: string;
  readonly label: string;
  readonly words: readonly { readonly value: string; readonly label: string }[];
  readonly rows: readonly Value[];
}

export interface Group {
  readonly name: string;
  readonly label: string;
  readonly values: readonly Value[];
}

type Word =
  | 'said'
  | 'examples'
  | 'lawful'
  | 'unlawful'
  | 'fits'
  | 'fitsNot'
  | 'undecided'
  | 'insert'
  | 'builder'
  | 'checking'
  | 'fine'
  | 'cannotReach'
  | 'all'
  | 'any'
  | 'join'
  | 'field'
  | 'comparison'
  | 'compared'
  | 'addRow'
  | 'dropRow'
  | 'yes'
  | 'no'
  | 'has'
  | 'hasNot'
  | 'given'
  | 'notGiven'
  | 'tooMuch';

export type EditorWords = Readonly<Record<Word, string>> & {
  readonly characters: string;
  readonly types: Readonly<Record<string, string>>;
};
