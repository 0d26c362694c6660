import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Checkbox } from './checkbox.tsx';
import { DateInput } from './date-input.tsx';
import { fieldId } from './field.tsx';
import { FileInput } from './file-input.tsx';
import { Checkboxes, Radios } from './radios.tsx';
import { Select } from './select.tsx';
import { TextInput } from './text-input.tsx';
import { Textarea } from './textarea.tsx';

const options = [
  { value: 'a', label: 'Có' },
  { value: 'b', label: 'Không', hint: 'Giải thích' },
];

test('hint, provenance and error describe the control in the order in which they are read', () => {
  const html = renderToString(
    <TextInput name="child.name" label="Tên" hint="Như giấy" provenance="Từ VNeID" error="Nhập tên" />,
  );
  expect(html).toContain('aria-describedby="child-name-hint child-name-provenance child-name-error"');
  expect(html.indexOf('id="child-name-hint"')).toBeLessThan(html.indexOf('id="child-name-error"'));
  expect(html.indexOf('id="child-name-error"')).toBeLessThan(html.indexOf('<input'));
});

test('a field with nothing to say describes nothing and is not invalid', () => {
  const html = renderToString(<TextInput name="ten" label="Tên" />);
  expect(html).not.toContain('aria-describedby');
  expect(html).not.toContain('aria-invalid');
});

test('an error says that it is one without relying on colour', () => {
  expect(renderToString(<TextInput name="ten" label="Tên" error="Nhập tên" />)).toContain(
    '<span class="ds-sr-only">Lỗi: </span>Nhập tên',
  );
});

test('a field is required unless it says that it is not', () => {
  expect(renderToString(<Textarea name="ly-do" label="Lý do" />)).toContain('aria-required="true"');
  const optional = renderToString(<Textarea name="ly-do" label="Lý do" optional />);
  expect(optional).toContain('(không bắt buộc)');
  expect(optional).not.toContain('aria-required');
});

test('what was typed is escaped, in a line and in a text', () => {
  expect(renderToString(<TextInput name="ten" label="Tên" value={'"><script>'} />)).toContain(
    'value="&quot;>&lt;script>"',
  );
  expect(renderToString(<Textarea name="ly-do" label="Lý do" value="</textarea><b>" />)).toContain(
    '&lt;/textarea>&lt;b>',
  );
});

test('the first control of a group has the id an error links to', () => {
  const id = fieldId('child.sex');
  expect(renderToString(<Radios name="child.sex" label="Giới tính" options={options} />)).toMatch(
    new RegExp(`<input[^>]*id="${id}"[^>]*value="a"`),
  );
  expect(renderToString(<Checkboxes name="child.sex" label="Chọn" options={options} />)).toContain(`id="${id}-2"`);
  expect(renderToString(<DateInput name="child.sex" label="Ngày" />)).toMatch(
    new RegExp(`id="${id}" name="child.sex.day"`),
  );
});

test('what was chosen stays chosen', () => {
  expect(renderToString(<Radios name="x" label="X" options={options} value="b" />)).toMatch(/value="b" checked/);
  expect(renderToString(<Checkboxes name="x" label="X" options={options} values={['a']} />)).toMatch(
    /value="a" checked/,
  );
  expect(renderToString(<Select name="x" label="X" options={options} value="b" />)).toMatch(
    /<option value="b" selected>/,
  );
  expect(renderToString(<Select name="x" label="X" options={options} />)).toMatch(/<option value selected>/);
  expect(renderToString(<Checkbox name="x" label="Cam đoan" checked />)).toMatch(/checked/);
});

test('a wrong date comes back as it was typed', () => {
  const html = renderToString(
    <DateInput name="d" label="Ngày" value={{ day: '31', month: '2', year: '26' }} error="Sai" />,
  );
  for (const part of ['31', '2', '26']) expect(html).toContain(`value="${part}"`);
});

test('a file handed in can be opened and taken away by name', () => {
  const html = renderToString(
    <FileInput name="f" label="Tệp" removeName="bo" files={[{ id: '7', name: 'a.pdf', href: '/tep/7' }]} />,
  );
  expect(html).toContain('name="bo" value="7"');
  expect(html).toContain('<span class="ds-sr-only">a.pdf</span>');
});
