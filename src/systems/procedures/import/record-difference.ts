/** Record difference: what a national record says otherwise than before, field by field, as lines taken out and lines put in. Pure. */
import { parseTerm, termInWords } from '../../../platform/calendar/term.ts';
import type {
  ImportedChannel,
  ImportedComponent,
  ImportedFee,
  ImportedRecord,
  ImportedTerm,
} from './imported-record.ts';

export type RecordField = Exclude<keyof ImportedRecord, 'kind' | 'code'>;

export interface FieldDifference {
  readonly field: RecordField;
  /** Of a list only the lines that are gone, and those that are new; all of them where the order alone has changed. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** In the order in which a person reads a procedure. */
const LINES: { readonly [F in RecordField]-?: (record: ImportedRecord) => readonly string[] } = {
  name: ({ name }) => [name],
  field: ({ field }) => [[field.name, field.code ?? ''].filter((part) => part !== '').join(' – ')],
  state: ({ state }) => [state],
  type: ({ type }) => [type ?? ''],
  promulgatedBy: ({ promulgatedBy }) => [promulgatedBy],
  executedBy: ({ executedBy }) => [executedBy],
  subjects: ({ subjects = [] }) => subjects,
  channels: ({ channels = [] }) => channels.map(channelLine),
  cases: ({ cases = [] }) => cases.map(({ code, term }) => `${code}: ${termLine(term)}`),
  components: ({ components = [] }) => components.map(componentLine),
  requirements: ({ requirements = '' }) => [requirements],
  steps: ({ steps = [] }) => steps.map(({ name, text }) => [name, text].filter((part) => part !== '').join(': ')),
  results: ({ results = [] }) => results,
  legalBasis: ({ legalBasis = [] }) =>
    legalBasis.map(({ number, title }) => [number, title].filter((part) => part !== '').join(' – ')),
};

/** Empty where a person would read the same. */
export function differencesOf(before: ImportedRecord, after: ImportedRecord): FieldDifference[] {
  return (Object.keys(LINES) as RecordField[]).flatMap((field) => {
    const [old, now] = [before, after].map((record) => LINES[field](record).filter((line) => line !== ''));
    if (!old || !now || old.join('\n') === now.join('\n')) return [];
    const [gone, fresh] = [without(old, now), without(now, old)];
    const isOrder = gone.length === 0 && fresh.length === 0;
    return [{ field, before: isOrder ? old : gone, after: isOrder ? now : fresh }];
  });
}

/** A line that is there twice and then once is gone once. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const METHODS: Readonly<Record<ImportedChannel['method'], string>> = {
  online: 'Trực tuyến',
  counter: 'Trực tiếp',
  post: 'Bưu chính',
};

/** `3wd` in words. */
export function termLine({ value, text = '' }: ImportedTerm): string {
  const term = value === undefined ? undefined : parseTerm(value).term;
  return term ? termInWords(term).vi : (value ?? text);
}

/** The portal's own word for the kind stands as it is: which of them is a charge by law is not said. */
const feeLine = ({ type, value, text }: ImportedFee): string =>
  ['phí, lệ phí', value === null ? '' : String(value), text, `(${type})`].filter((part) => part !== '').join(' ');

const channelLine = ({ method, term, fees, note }: ImportedChannel): string =>
  [METHODS[method], termLine(term), ...fees.map(feeLine), note].filter((part) => part !== '').join('; ');

const componentLine = ({ group, name, code, originals, copies }: ImportedComponent): string =>
  [group, name, code, `${originals} bản chính, ${copies} bản sao`].filter((part) => part !== '').join('; ');
