/** Rendering: a page component becomes the text of an HTML document. */
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** Everything in the page is escaped by Preact; the layouts render `<html>` themselves. */
export const renderPage = (page: VNode): string => `<!doctype html>${renderToString(page)}`;
