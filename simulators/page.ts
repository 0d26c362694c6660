/** The page around every simulator's content: it says in large words that nothing here is real. */
import type { FastifyInstance } from 'fastify';
import { readFileSync } from 'node:fs';
import { html, type SafeHtml } from './html.ts';

export interface Page {
  /** Also the page's only h1. */
  readonly title: string;
  /** What is simulated, e.g. `VNeID`. */
  readonly simulated: string;
  readonly content: SafeHtml;
}

export function renderPage({ title, simulated, content }: Page): string {
  return html`<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>${title} – ${simulated} mô phỏng</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/simulator.css">
<link rel="icon" href="data:,">
</head>
<body>
<header><p class="simulated"><strong>MÔ PHỎNG</strong> Đây không phải ${simulated} thật. Mọi người, số điện thoại và số tiền ở đây đều do chương trình đặt ra.</p></header>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`.markup;
}

const stylesheet = readFileSync(new URL('simulator.css', import.meta.url));

/** Serves the stylesheet and puts on every answer the headers that keep scripts, frames and foreign forms out. */
export function preparePages(app: FastifyInstance, formTargets: readonly string[]): void {
  // a form's target is checked again at each redirect that follows it, so the place we send people back to is named too
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ["form-action 'self'", ...new Set(formTargets.map((url) => new URL(url).origin))].join(' '),
  ].join('; ');

  app.addHook('onRequest', async (_request, reply) => {
    // on the raw response, because answers of the OpenID provider do not pass through Fastify's reply
    reply.raw.setHeader('content-security-policy', policy);
    reply.raw.setHeader('x-content-type-options', 'nosniff');
    reply.raw.setHeader('referrer-policy', 'no-referrer');
    reply.raw.setHeader('cache-control', 'no-store');
  });
  app.get('/simulator.css', (_request, reply) => reply.type('text/css').send(stylesheet));
}
