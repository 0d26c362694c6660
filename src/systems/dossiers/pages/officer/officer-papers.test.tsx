import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { aFrame } from '../../../../../test/harness/pages.tsx';
import { FrameProvider } from '../../../../platform/web/frame.tsx';
import { OfficerPapers, type OfficerPapersProps } from './officer-papers.tsx';

const file = { id: 'f1', name: 'benh-an.pdf', mime: 'application/pdf', closed: undefined };
const component = { key: 'giay-to-y-te', name: { vi: 'Giấy tờ y tế' }, handling: 'handed-in', sealedFor: ['CV'] };

function html(roles: readonly string[]): string {
  const props = {
    dossier: { code: 'H53.1-261123-0001', status: 'submitted', resultFile: null },
    view: { journal: [], papers: [{ component, key: component.key, files: [file], reused: new Map(), paper: false }] },
    roles,
  } as unknown as OfficerPapersProps;
  return renderToString(
    <FrameProvider frame={aFrame({})}>
      <OfficerPapers {...props} />
    </FrameProvider>,
  );
}

test('a paper for some roles only is shown to them, and to others named with who may open it', () => {
  expect(html(['CV'])).toContain('src="/tep/f1?anh=1"');
  expect(html(['TN'])).toContain('Chỉ người giữ vai trò CV được mở.');
  expect(html(['TN'])).not.toContain('/tep/f1');
});
