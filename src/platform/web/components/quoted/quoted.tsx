/** Quoted: words as somebody reads them elsewhere, in a mail or on a telephone, under the name of the place. */
import type { ComponentChildren } from 'preact';

export interface QuotedProps {
  /** Where they are read: "Thư điện tử". */
  place: ComponentChildren;
  /** The language of the words. */
  lang: string;
  title?: string;
  /** Lines stay as they are. */
  children: ComponentChildren;
}

export function Quoted({ place, lang, title, children }: QuotedProps) {
  return (
    <figure class="vc-quoted">
      <figcaption>{place}</figcaption>
      <div lang={lang}>
        {title !== undefined && <strong>{title}</strong>}
        <div class="vc-quoted-text">{children}</div>
      </div>
    </figure>
  );
}
