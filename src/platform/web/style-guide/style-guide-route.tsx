/** Route of the style guide: every component in every state, as the administrator of an installation sees it. */
import { get, page, type Route } from '../../http/route.ts';
import { readStyleGuideQuery, StyleGuidePage } from './style-guide-page.tsx';
import { StyleGuideSheet } from './style-guide-sheet.tsx';

const PATH = '/quan-tri/giao-dien';

export const styleGuideRoute: Route = get(PATH, { permission: 'system.see-interface' }, ({ query }) => {
  const { audience, scheme } = readStyleGuideQuery(query);
  return page(
    scheme ? (
      <StyleGuideSheet audience={audience} scheme={scheme} />
    ) : (
      <StyleGuidePage audience={audience} path={PATH} />
    ),
  );
});
