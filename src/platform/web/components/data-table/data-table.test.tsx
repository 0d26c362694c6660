import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { DataTable, type DataTableProps } from './data-table.tsx';

const table = (changes: Partial<DataTableProps<{ id: string }>> = {}) =>
  renderToString(
    <DataTable
      caption="Hồ sơ"
      rows={[{ id: 'h1' }, { id: 'h2' }]}
      keyOf={(row) => row.id}
      columns={[
        { key: 'id', head: 'Mã', names: true, cell: (row) => row.id, sort: { href: '?sap-xep=ma', now: 'descending' } },
      ]}
      {...changes}
    />,
  );

test('a table has a caption, column headers and a header for each row', () => {
  expect(table()).toContain('<caption>Hồ sơ</caption>');
  expect(table()).toContain('<th scope="col" aria-sort="descending">');
  expect(table().match(/<th scope="row"/g)).toHaveLength(2);
});

test('a caption that a heading repeats is still there to be heard', () => {
  expect(table({ captionHidden: true })).toContain('<caption class="ds-sr-only">Hồ sơ</caption>');
});

test('only the open row is current', () => {
  expect(table({ selected: 'h2' }).match(/aria-current="true"/g)).toHaveLength(1);
});

test('each box for a bulk action names its row and belongs to the form outside', () => {
  const html = table({ choose: { name: 'chon', form: 'hang-loat', label: (row) => `Chọn ${row.id}`, chosen: ['h1'] } });
  expect(html).toMatch(/name="chon" form="hang-loat" value="h1" checked aria-label="Chọn h1"/);
});

test('a column that wraps says so in its cells', () => {
  const html = table({ dense: true, columns: [{ key: 'id', head: 'Mã', wraps: true, cell: (row) => row.id }] });
  expect(html.match(/<td data-wraps="true">/g)).toHaveLength(2);
});

test('a table made for reading scrolls by itself and can be reached by keyboard', () => {
  expect(table()).toContain('tabindex="0" role="region" aria-label="Hồ sơ"');
});
