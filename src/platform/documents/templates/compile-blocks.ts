/** Compiling the blocks of a template: what somebody wrote becomes a function that fills it, or faults that say where. */
import { type Fault, fault } from '../../pack/fault.ts';
import type { Block, Run } from '../paper/paper.ts';
import type { TemplateBlock } from './template-block.ts';
import { compileText, fillRuns, fillText, type FindPlace, type Place, type Placeholder } from './template-text.ts';

/** What a kind of paper can be filled with. */
export interface Vocabulary<Scope> {
  /** `each` names the rows inside a list or table over them. */
  readonly place: (placeholder: Placeholder, each: string | undefined) => Place<Scope> | undefined;
  /** Undefined where there are no rows of that name. */
  readonly rows: (each: string) => ((scope: Scope) => readonly Scope[]) | undefined;
  /** When a block is printed; adds to the faults what is wrong with it. */
  readonly when: (source: string, at: string, faults: Fault[]) => ((scope: Scope) => boolean) | undefined;
}

export type ComposeBlocks<Scope> = (scope: Scope) => Block[];

/** Faults are at `body.<index>.…`. */
export function compileBlocks<Scope>(
  body: readonly TemplateBlock[],
  vocabulary: Vocabulary<Scope>,
  faults: Fault[],
): ComposeBlocks<Scope> {
  const compiled = body.map((block, index) => {
    const at = `body.${index}`;
    const when = block.when === undefined ? undefined : vocabulary.when(block.when, `${at}.when`, faults);
    return { when, fill: compileBlock(block, { at, vocabulary, faults }) };
  });
  return (scope) => compiled.filter(({ when }) => when?.(scope) ?? true).map(({ fill }) => fill(scope));
}

interface Compilation<Scope> {
  readonly at: string;
  readonly vocabulary: Vocabulary<Scope>;
  readonly faults: Fault[];
}

function compileBlock<Scope>(block: TemplateBlock, compilation: Compilation<Scope>): (scope: Scope) => Block {
  const { at, vocabulary, faults } = compilation;
  const find =
    (each?: string): FindPlace<Scope> =>
    (placeholder) =>
      vocabulary.place(placeholder, each);
  const text = (source: string, where: string, each?: string) =>
    compileText(source, `${at}.${where}`, find(each), faults);
  switch (block.kind) {
    case 'title': {
      const [title, under] = [text(block.text, 'text'), text(block.under ?? '', 'under')];
      return (scope) => ({
        kind: 'title',
        text: fillText(title, scope),
        ...(block.under === undefined ? {} : { under: fillText(under, scope) }),
      });
    }
    case 'heading': {
      const words = text(block.text, 'text');
      return (scope) => ({ kind: 'heading', text: fillText(words, scope) });
    }
    case 'fields': {
      const fields = block.fields.map(({ label, value }, index) => ({
        label: text(label, `fields.${index}.label`),
        value: text(value, `fields.${index}.value`),
      }));
      return (scope) => ({
        kind: 'fields',
        fields: fields.map(({ label, value }) => ({ label: fillText(label, scope), value: fillText(value, scope) })),
      });
    }
    case 'text': {
      const words = text(block.text, 'text');
      const { align, indent, lead } = block;
      return (scope) => ({
        kind: 'paragraph',
        runs: [...leadOf(lead), ...fillRuns(words, scope)],
        ...(align === undefined ? {} : { align }),
        ...(indent === undefined ? {} : { indent }),
      });
    }
    case 'list': {
      const rows = block.each === undefined ? undefined : rowsOf(block.each, compilation);
      const items = block.items.map((item, index) => text(item, `items.${index}`, block.each));
      return (scope) => ({
        kind: 'list',
        items: (rows?.(scope) ?? [scope]).flatMap((row) => items.map((item) => fillText(item, row))),
      });
    }
    case 'table': {
      const rows = rowsOf(block.each, compilation);
      const columns = block.columns.map(({ value }, index) => text(value, `columns.${index}.value`, block.each));
      return (scope) => ({
        kind: 'table',
        columns: block.columns,
        rows: rows(scope).map((row) => columns.map((column) => fillText(column, row))),
      });
    }
  }
}

const leadOf = (lead: string | undefined): Run[] => (lead === undefined ? [] : [{ text: `${lead} `, bold: true }]);

function rowsOf<Scope>(
  each: string,
  { at, vocabulary, faults }: Compilation<Scope>,
): (scope: Scope) => readonly Scope[] {
  const rows = vocabulary.rows(each);
  if (rows) return rows;
  faults.push(
    fault('documents.unknown-group', `${at}.each`, `Không có nhóm lặp “${each}”.`, `There is no group “${each}”.`),
  );
  return () => [];
}
