import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Notice } from './notice.tsx';

test.each(['info', 'success', 'warning', 'danger'] as const)(
  'a notice of kind %s has an icon beside its colour',
  (kind) => {
    expect(renderToString(<Notice kind={kind}>Nội dung</Notice>)).toMatch(new RegExp(`data-kind="${kind}"><svg`));
  },
);
