import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { aFrame } from '../../../../../test/harness/pages.tsx';
import { FrameProvider, type PageFrame } from '../../frame.tsx';
import { CommandForm } from './command-form.tsx';

const rendered = (frame: Partial<PageFrame>, form = <CommandForm action="/ky" version={3} />) =>
  renderToString(<FrameProvider frame={aFrame({}, frame)}>{form}</FrameProvider>);

test('it posts a command id, the version that was shown and the token of the session', () => {
  const html = rendered({ csrf: 'token', newCommandId: () => 'id-1' });
  expect(html).toContain('name="command_id" value="id-1"');
  expect(html).toContain('name="version" value="3"');
  expect(html).toContain('name="csrf" value="token"');
});

test('two forms on a page are two commands', () => {
  let count = 0;
  const two = (
    <>
      <CommandForm action="/a" />
      <CommandForm action="/b" />
    </>
  );
  const html = rendered({ newCommandId: () => `id-${++count}` }, two);
  expect(html).toContain('value="id-1"');
  expect(html).toContain('value="id-2"');
});

test('a form with files says so', () => {
  expect(rendered({}, <CommandForm action="/a" multipart />)).toContain('enctype="multipart/form-data"');
});
