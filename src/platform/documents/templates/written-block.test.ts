import { expect, test } from 'vitest';
import { fromRoot } from '../../config/project-root.ts';
import type { Fault } from '../../pack/fault.ts';
import { readPackFolder, readYaml } from '../../pack/read-yaml.ts';
import type { TemplateBlock } from './template-block.ts';
import { readBlock, writeBlock, type WrittenBlock } from './written-block.ts';

const files = ['documents', 'slips'].flatMap((folder) => readPackFolder(fromRoot('provinces/tay-ninh'), folder));

test.each(files.map(({ name, text }) => [name, text] as const))(
  'every block of %s comes back from its lines as it was',
  (_, text) => {
    const { body } = readYaml(text).value as { body: TemplateBlock[] };
    const faults: Fault[] = [];
    expect(body.map((block, index) => readBlock(writeBlock(block), `body.${index}`, faults))).toEqual(body);
    expect(faults).toEqual([]);
  },
);

const written = (more: Partial<WrittenBlock>): WrittenBlock => ({
  kind: 'text',
  text: '',
  layout: 'plain',
  each: '',
  when: '',
  ...more,
});

test.each([
  [{ text: ' \r\n ' }, 'documents.block-empty', 'Nhập nội dung của khối.'],
  [{ kind: 'fields', text: 'Địa chỉ: {a}\r\nkhông nhãn' }, 'documents.line-not-labelled', 'Dòng 2:'],
  [{ kind: 'table', text: 'Tên (30)\n{a}\n\nThiếu bề rộng\n{b}' }, 'documents.not-a-column', 'Cột 2:'],
] as const)('lines that are not those of their kind are told: %o', (more, code, says) => {
  const faults: Fault[] = [];
  expect(readBlock(written(more), 'body.3', faults)).toBeUndefined();
  expect(faults).toMatchObject([{ code, at: 'body.3.text' }]);
  expect(faults[0]?.message.vi).toContain(says);
});
