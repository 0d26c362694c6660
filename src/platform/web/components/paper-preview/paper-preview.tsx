/** Paper preview: a paper as a picture inside the page, with the ways to open and to keep the file itself. */
import type { ComponentChildren } from 'preact';
import { defineTexts } from '../../../i18n/texts.ts';
import { useLocale } from '../../frame.tsx';

export interface PaperPreviewProps {
  /** What stands on the closed line. */
  title: ComponentChildren;
  /** Name of the paper, for who does not see the picture. */
  name: string;
  /** Address of the file; with `?anh=1` it answers with the picture, with `?tai=1` with the file to keep. */
  href: string;
  /** A picture shows itself; of a PDF the first pages are drawn. */
  kind: 'picture' | 'pages';
  open?: boolean;
}

const texts = defineTexts({
  alt: { vi: (name: string) => `Ảnh xem trước: ${name}`, en: (name: string) => `Preview: ${name}` },
  first: {
    vi: 'Ảnh xem trước, tối đa năm trang đầu.',
    en: 'A preview of the first five pages at most.',
  },
  open: { vi: 'Mở tệp', en: 'Open the file' },
  keep: { vi: 'Tải về', en: 'Download' },
});

export function PaperPreview({ title, name, href, kind, open }: PaperPreviewProps) {
  const words = texts(useLocale());
  return (
    <details class="vc-preview" open={open}>
      <summary>{title}</summary>
      <div class="vc-preview-body">
        <img
          class={kind === 'pages' ? 'vc-preview-pages' : undefined}
          src={`${href}?anh=1`}
          alt={words.alt(name)}
          loading="lazy"
        />
        {kind === 'pages' && <p class="vc-caption">{words.first}</p>}
        <p class="vc-preview-links">
          <a class="ds-link" href={href}>
            {words.open}
            <span class="ds-sr-only"> {name}</span>
          </a>
          <a class="ds-link" href={`${href}?tai=1`}>
            {words.keep}
            <span class="ds-sr-only"> {name}</span>
          </a>
        </p>
      </div>
    </details>
  );
}
