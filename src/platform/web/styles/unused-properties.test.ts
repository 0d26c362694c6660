import { expect, test } from 'vitest';
import { dropUnusedProperties } from '../../../../scripts/unused-properties.mjs';

test('a property nothing reads is dropped, and what only it read with it', () => {
  const css = ':root{--a:1px;--b:var(--a);--c:2px}p{margin:var(--c)}';
  expect(dropUnusedProperties(css)).toBe(':root{--c:2px}p{margin:var(--c)}');
});

test('a rule and a layer left empty go too', () => {
  expect(dropUnusedProperties('@layer x{:root{--a:1px}}p{margin:0}')).toBe('p{margin:0}');
});

test('a value with a semicolon inside quotes is one value', () => {
  const css = ':root{--u:url("data:image/svg+xml;charset=utf-8,x")}p{background:var(--u)}';
  expect(dropUnusedProperties(css)).toBe(css);
});

test('an empty value that is read stays', () => {
  const css = 'a *{--f:}b{outline:var(--f,none)}';
  expect(dropUnusedProperties(css)).toBe(css);
});
