import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Button, LinkButton } from './button.tsx';

test('a button submits unless it is told not to, and carries its own name and value', () => {
  expect(
    renderToString(
      <Button name="act" value="sign">
        Ký
      </Button>,
    ),
  ).toContain('<button type="submit" name="act" value="sign" class="ds-button"');
  expect(renderToString(<Button type="button">Mở</Button>)).toContain('type="button"');
});

test('a button that goes somewhere is a link', () => {
  expect(renderToString(<LinkButton href="/nop">Nộp</LinkButton>)).toMatch(/^<a href="\/nop" class="ds-button"/);
});

test('its key is announced and shown', () => {
  const html = renderToString(<Button keyHint="t">Trình</Button>);
  expect(html).toContain('aria-keyshortcuts="t"');
  expect(html).toContain('<kbd class="vc-key">t</kbd>');
});
