/** A template as its page posts it: the lines, the blocks in their order, and what is to be done with one of them. */
import type { FormFields } from '../../../platform/http/route.ts';
import { fieldOf } from '../../../platform/http/route.ts';
import type { TemplateKind } from '../../../platform/documents/templates/template-store.ts';
import { MOST_BLOCKS } from '../../../platform/documents/templates/template-block.ts';
import { BLOCK_KINDS, LAYOUTS, type WrittenBlock } from '../../../platform/documents/templates/written-block.ts';
import { HEADS } from './heads.ts';
import type { Writing } from './writing.ts';

export function readWriting(kind: TemplateKind, form: FormFields): Writing {
  const text = (name: string) => fieldOf(form, name).replaceAll(/\r\n?/g, '\n').trim();
  const count = Math.min(Number(/^\d{1,3}$/.exec(fieldOf(form, 'count'))?.[0] ?? 0), MOST_BLOCKS + 1);
  const block = (index: number): WrittenBlock => ({
    kind: BLOCK_KINDS.find((one) => one === text(`body.${index}.kind`)) ?? 'text',
    text: text(`body.${index}.text`),
    layout: LAYOUTS.find((one) => one === text(`body.${index}.layout`)) ?? 'plain',
    each: text(`body.${index}.each`),
    when: text(`body.${index}.when`),
  });
  return {
    heads: Object.fromEntries(HEADS[kind].map(({ key }) => [key, text(key)])),
    blocks: Array.from({ length: count }, (_, index) => block(index)),
  };
}

const EMPTY: WrittenBlock = { kind: 'text', text: '', layout: 'plain', each: '', when: '' };

/** `up:3`, `down:3`, `remove:3`, `add:3` (below it). Undefined when the page asks for none: then it is saved. */
export function rearranged(writing: Writing, asked: string): Writing | undefined {
  const [, act, position] = /^(up|down|remove|add):(\d{1,3})$/.exec(asked) ?? [];
  if (act === undefined) return undefined;
  const index = Number(position);
  const blocks = [...writing.blocks];
  if (act === 'add' && blocks.length < MOST_BLOCKS) blocks.splice(index + 1, 0, EMPTY);
  const [moved] = act === 'add' ? [] : blocks.splice(index, 1);
  if (moved && act !== 'remove') blocks.splice(Math.max(0, index + (act === 'up' ? -1 : 1)), 0, moved);
  return { ...writing, blocks };
}
