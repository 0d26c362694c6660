/** Records in full: one line of procedures-detail.jsonl becomes an imported record, or the reason why not. */
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { isNationalCode } from '../code.ts';
import type { ImportedChannel, ImportedComponent, ImportedRecord, ImportFlag } from './imported-record.ts';
import { isDoubtful, isInWords, readTerm } from './imported-term.ts';
import { isNotText } from './lines.ts';
import { type ReadRecord, tidy } from './read-catalogue.ts';
import { isKnownSubject } from './mapping.ts';

const Text = Type.Union([Type.String(), Type.Null()]);
const Quantity = Type.Union([Type.Number(), Type.String(), Type.Null()]);

/** What the portal sends. Members that are not named here are left alone. */
const DetailSchema = Type.Object({
  code: Type.String(),
  name: Text,
  category: Type.Union([Type.Object({ code: Text, name: Text }), Type.Null()]),
  promulgating_agency: Text,
  executing_agency: Text,
  subject_types: Type.Array(Type.String()),
  results: Type.Array(Type.String()),
  requirements: Text,
  channels: Type.Array(
    Type.Object({
      method: Type.Union([Type.Literal('ONLINE'), Type.Literal('DIRECT'), Type.Literal('POSTAL')]),
      processing: Type.Union([Type.Object({ qty: Quantity, unit: Text }), Type.Null()]),
      fees: Type.Array(
        Type.Object({ type: Type.String(), value_vnd: Type.Union([Type.Number(), Type.Null()]), text: Text }),
      ),
      note: Text,
    }),
  ),
  processing_cases: Type.Array(Type.Object({ case_code: Text, qty: Quantity, unit: Text })),
  legal_basis: Type.Array(Type.Object({ code: Text, name: Text })),
  steps_raw: Type.Array(Type.Object({ name: Text, text: Text })),
  checklist_raw: Type.Array(
    Type.Object({
      group: Text,
      items: Type.Array(
        Type.Object({
          name: Text,
          original_qty: Type.Union([Type.Number(), Type.Null()]),
          copy_qty: Type.Union([Type.Number(), Type.Null()]),
          code: Text,
          has_electronic_form: Type.Optional(Type.Boolean()),
          is_processing_result: Type.Optional(Type.Boolean()),
          attachments: Type.Optional(Type.Array(Type.Object({ fileName: Type.Optional(Text) }))),
        }),
      ),
    }),
  ),
  state: Text,
});
type Detail = Static<typeof DetailSchema>;
const shape = Compile(DetailSchema);

export function readDetailLine(text: string): ReadRecord {
  let value: unknown;
  let isText = true;
  try {
    value = JSON.parse(text, (_, one: unknown) => {
      if (typeof one === 'string' && isNotText(one)) isText = false;
      return one;
    });
  } catch {
    return { refusal: 'procedures.not-json', code: null };
  }
  if (!isText) return { refusal: 'procedures.not-text', code: null };
  const code = (value as { code?: unknown } | null)?.code;
  const known = typeof code === 'string' ? code.slice(0, 40).toWellFormed() : null;
  if (!shape.Check(value)) return { refusal: 'procedures.record-misshapen', code: known };
  if (!isNationalCode(value.code)) return { refusal: 'procedures.code-irregular', code: known };
  if (tidy(value.name ?? '') === '') return { refusal: 'procedures.name-empty', code: known };
  const record = recordOf(value);
  return { record, flags: flagsOf(record, text) };
}

function recordOf(detail: Detail): ImportedRecord {
  const fieldCode = tidy(detail.category?.code ?? '');
  return {
    kind: 'detail',
    code: detail.code,
    name: tidy(detail.name ?? ''),
    field: { name: tidy(detail.category?.name ?? ''), ...(fieldCode && { code: fieldCode }) },
    state: detail.state ?? '',
    promulgatedBy: tidy(detail.promulgating_agency ?? ''),
    executedBy: tidy(detail.executing_agency ?? ''),
    subjects: detail.subject_types.map(tidy),
    results: detail.results.map(tidy),
    requirements: lines(detail.requirements),
    channels: detail.channels.map(channelOf),
    cases: detail.processing_cases.map((one) => ({
      code: tidy(one.case_code ?? ''),
      term: readTerm(one.qty, one.unit),
    })),
    legalBasis: detail.legal_basis.map((one) => ({ number: tidy(one.code ?? ''), title: tidy(one.name ?? '') })),
    steps: detail.steps_raw.map((step) => ({ name: tidy(step.name ?? ''), text: lines(step.text) })),
    components: detail.checklist_raw.flatMap(({ group, items }) =>
      items.map((item) => componentOf(tidy(group ?? ''), item)),
    ),
  };
}

const METHODS = { ONLINE: 'online', DIRECT: 'counter', POSTAL: 'post' } as const;

function channelOf({ method, processing, fees, note }: Detail['channels'][number]): ImportedChannel {
  return {
    method: METHODS[method],
    term: processing === null ? {} : readTerm(processing.qty, processing.unit),
    fees: fees.map((fee) => ({ type: fee.type, value: fee.value_vnd, text: lines(fee.text) })),
    note: lines(note),
  };
}

function componentOf(group: string, item: Detail['checklist_raw'][number]['items'][number]): ImportedComponent {
  const files = (item.attachments ?? []).map((file) => tidy(file.fileName ?? ''));
  const originals = item.original_qty ?? 0;
  const copies = item.copy_qty ?? 0;
  const electronicForm = item.has_electronic_form ?? false;
  return {
    group,
    name: tidy(item.name ?? ''),
    code: tidy(item.code ?? ''),
    originals,
    copies,
    electronicForm,
    isResult: item.is_processing_result ?? false,
    guidance: originals === 0 && copies === 0 && files.length === 0 && !electronicForm,
    files,
  };
}

/** Composed letters, line breaks kept, no space at their ends. */
const lines = (text: string | null): string =>
  (text ?? '')
    .normalize('NFC')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const LEGAL_NUMBER = /^\d{1,4}\/\d{4}\/[A-ZĐ\d-]+$/;

function flagsOf(record: ImportedRecord, source: string): ImportFlag[] {
  const { channels = [], cases = [], components = [], legalBasis = [], subjects = [], steps = [] } = record;
  const fees = channels.flatMap((channel) => channel.fees);
  const terms = [...channels, ...cases].map((one) => one.term);
  const found: Readonly<Record<string, boolean>> = {
    'procedures.term-in-words': terms.some((term) => term.value === undefined),
    'procedures.fee-in-words': fees.some(isInWords),
    'procedures.fee-doubtful': fees.some(isDoubtful),
    'procedures.terms-disagree': cases.some((one) => !channels.some((channel) => sameTerm(channel.term, one.term))),
    'procedures.channel-repeated': channels.some((one) =>
      channels.some((other) => other.method === one.method && !sameTerm(other.term, one.term)),
    ),
    'procedures.case-repeated': hasRepeats(cases.map((one) => one.code)),
    'procedures.guidance-among-components': components.some((one) => one.guidance),
    'procedures.component-unnamed': components.some((one) => one.name === ''),
    'procedures.component-code-repeated': hasRepeats(components.map((one) => one.code)),
    'procedures.field-missing': record.field.name === '',
    'procedures.authority-missing': record.executedBy === '',
    'procedures.promulgator-missing': record.promulgatedBy === '',
    'procedures.legal-number-irregular': legalBasis.some((one) => !LEGAL_NUMBER.test(one.number)),
    'procedures.subject-unknown': subjects.some((subject) => !isKnownSubject(subject)),
    'procedures.steps-missing': steps.every((step) => step.text === ''),
    'procedures.decomposed': source.normalize('NFC') !== source,
  };
  return (Object.keys(found) as ImportFlag[]).filter((flag) => found[flag]);
}

const sameTerm = (one: { value?: string; text?: string }, other: { value?: string; text?: string }): boolean =>
  one.value === other.value && one.text === other.text;

function hasRepeats(values: readonly string[]): boolean {
  const named = values.filter((value) => value !== '');
  return new Set(named).size < named.length;
}
