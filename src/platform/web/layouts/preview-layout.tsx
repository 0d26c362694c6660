/** Preview layout: a citizen's page as it looks, without header and footer, to stand in a frame beside what makes it. */
import type { ComponentChildren } from 'preact';
import { useFrame } from '../frame.tsx';
import { Document } from './document.tsx';

export function PreviewLayout({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <Document frame={useFrame()} title={title} styleSheet="citizen.css">
      <main id="main" tabIndex={-1}>
        <div class="vc-page vc-main">{children}</div>
      </main>
    </Document>
  );
}
