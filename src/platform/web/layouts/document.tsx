/** Document: the HTML around every page, with its language, title, style sheet and no script of its own. */
import type { ComponentChildren } from 'preact';
import { assetPath } from '../assets.ts';
import { FrameProvider, type PageFrame } from '../frame.tsx';

export interface DocumentProps {
  frame: PageFrame;
  title: string;
  /** What a search engine shows under the title; pages that only their owner sees have none. */
  description?: string;
  styleSheet: string;
  /** The reader's own scheme unless one is forced, as the style guide does. */
  scheme?: 'light' | 'dark';
  /** Logical names of ES modules. */
  scripts?: readonly string[];
  children: ComponentChildren;
}

export function Document({ frame, title, description, styleSheet, scheme, scripts = [], children }: DocumentProps) {
  const { assets } = frame;
  return (
    <html lang={frame.locale} data-color-scheme={scheme ?? 'auto'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} - Vàm Cỏ`}</title>
        {description && <meta name="description" content={description} />}
        {['be-vietnam-pro-400.woff2', 'be-vietnam-pro-500.woff2'].map((font) => (
          <link
            key={font}
            rel="preload"
            as="font"
            type="font/woff2"
            href={assetPath(assets, font)}
            crossorigin="anonymous"
          />
        ))}
        <link rel="icon" type="image/svg+xml" href={assetPath(assets, 'mark.svg')} />
        <link rel="stylesheet" href={assetPath(assets, styleSheet)} />
        {frame.nonce && scripts.length > 0 && <meta name="csp-nonce" content={frame.nonce} />}
        {scripts.map((script) => (
          <script key={script} type="module" src={assetPath(assets, script)} />
        ))}
      </head>
      <body>
        <FrameProvider frame={frame}>{children}</FrameProvider>
      </body>
    </html>
  );
}
