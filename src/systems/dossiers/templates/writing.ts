/** A template as it is written on a page: lines above and below the blocks, and the blocks themselves; and back into its content. */
import type { ResultTemplateDefinition } from '../../../platform/documents/results/definition.ts';
import type { SlipTemplate } from '../../../platform/documents/slips/slip-template.ts';
import { MOST_BLOCKS, type TemplateBlock } from '../../../platform/documents/templates/template-block.ts';
import type { TemplateKind } from '../../../platform/documents/templates/template-store.ts';
import { readBlock, writeBlock, type WrittenBlock } from '../../../platform/documents/templates/written-block.ts';
import { type Fault, fault } from '../../../platform/pack/fault.ts';
import { HEADS, type HeadKey } from './heads.ts';

export interface Writing {
  readonly heads: Readonly<Partial<Record<HeadKey, string>>>;
  readonly blocks: readonly WrittenBlock[];
}

export function writeContent(kind: TemplateKind, content: unknown): Writing {
  if (kind === 'slip') {
    const { title, number = '', rule = '', signers, body } = content as SlipTemplate;
    const signed = signers.map(({ title: above, note = '', name }) => [above, note, name].join('\n'));
    return { heads: { title, number, rule, signers: signed.join('\n\n') }, blocks: body.map(writeBlock) };
  }
  const { title, symbol, signer, recipients = [], body } = content as ResultTemplateDefinition;
  return {
    heads: {
      title: title.vi,
      title_en: title.en ?? '',
      symbol,
      above: (signer.above ?? []).join('\n'),
      beside: (signer.beside ?? []).join('\n'),
      recipients: recipients.join('\n'),
    },
    blocks: body.map(writeBlock),
  };
}

export interface ReadContent {
  readonly content: unknown;
  readonly faults: readonly Fault[];
}

/** What is not written on the page (which fields the rule asks for, the form, what the office fills in) stays as it was in `before`. */
export function readContent(kind: TemplateKind, writing: Writing, before: unknown): ReadContent {
  const faults: Fault[] = [...headFaults(kind, writing)];
  if (writing.blocks.length === 0 || writing.blocks.length > MOST_BLOCKS) faults.push(blockCount());
  const body = writing.blocks.flatMap((block, index) => {
    if (block.text.length > MOST_LETTERS) {
      faults.push(tooLong(`body.${index}.text`, MOST_LETTERS));
      return [];
    }
    return readBlock(block, `body.${index}`, faults) ?? [];
  });
  return { content: kind === 'slip' ? slipOf(writing, body, before) : resultOf(writing, body, before), faults };
}

const MOST_LETTERS = 2000;
const lines = (text = ''): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function slipOf({ heads }: Writing, body: readonly TemplateBlock[], before: unknown): unknown {
  const { number: _number, rule: _rule, ...kept } = before as SlipTemplate;
  const { title = '', number = '', rule = '' } = heads;
  const signers = (heads.signers ?? '').split(/\n\s*\n/).flatMap((paragraph) => {
    const [above, ...rest] = lines(paragraph);
    const name = rest.at(-1) ?? '';
    const note = rest.slice(0, -1).join(' ');
    return above === undefined
      ? []
      : [{ title: above, ...(note === '' ? {} : { note }), name: name === '' ? '…' : name }];
  });
  return { ...kept, title, ...(number && { number }), ...(rule && { rule }), signers, body };
}

function resultOf({ heads }: Writing, body: readonly TemplateBlock[], before: unknown): unknown {
  const { signer: _signer, recipients: _recipients, ...kept } = before as ResultTemplateDefinition;
  const { title = '', title_en: en = '', symbol = '' } = heads;
  const [above, beside, recipients] = [lines(heads.above), lines(heads.beside), lines(heads.recipients)];
  return {
    ...kept,
    title: { vi: title, en },
    symbol,
    signer: { ...(above.length > 0 ? { above } : {}), ...(beside.length > 0 ? { beside } : {}) },
    ...(recipients.length > 0 ? { recipients } : {}),
    body,
  };
}

function* headFaults(kind: TemplateKind, { heads }: Writing): Generator<Fault> {
  for (const { key, optional, most } of HEADS[kind]) {
    const text = heads[key] ?? '';
    if (!optional && text === '') yield fault('documents.text-missing', key, 'Nhập nội dung.', 'Enter the text.');
    if (text.length > most) yield tooLong(key, most);
  }
}

const tooLong = (at: string, most: number): Fault =>
  fault('documents.text-long', at, `Dài quá ${most} ký tự.`, `Over ${most} characters.`);

const blockCount = (): Fault =>
  fault(
    'documents.block-count',
    'body',
    `Mẫu có từ 1 đến ${MOST_BLOCKS} khối.`,
    `A template has 1 to ${MOST_BLOCKS} blocks.`,
  );

/** The whole template as lines, to compare two by. */
export function linesOf(kind: TemplateKind, content: unknown): string {
  const { heads, blocks } = writeContent(kind, content);
  const said = HEADS[kind].flatMap(({ key }) => (heads[key] ? [heads[key]] : []));
  const written = blocks.map(({ text, when }) => (when === '' ? text : `[${when}] ${text}`));
  return [...said.slice(0, 1), ...written, ...said.slice(1)].join('\n');
}
