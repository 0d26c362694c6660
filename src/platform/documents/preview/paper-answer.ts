/** Paper answer: one paper in the way it is asked for: to look at, to keep (`?tai=1`), or as a picture inside a page of ours (`?anh=1`). */
import { type Answer, type Exchange, fieldOf, file, notFound } from '../../http/route.ts';
import { defineTexts } from '../../i18n/texts.ts';
import { paintPages } from './paint-pages.ts';
import { PDF, previewKind } from './preview-kind.ts';

export interface Paper {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly name: string;
}

export const pdfOf = (bytes: Uint8Array, name: string): Paper => ({ bytes, type: PDF, name });

/** Whether the asker may see it has been settled before. */
export async function paperAnswer(
  { query, locale }: Pick<Exchange, 'query' | 'locale'>,
  { bytes, type, name }: Paper,
): Promise<Answer> {
  const shown = previewKind(type);
  if (fieldOf(query, 'anh') !== '1')
    return file(bytes, type, name, shown !== undefined && fieldOf(query, 'tai') !== '1');
  if (shown === undefined) return notFound;
  if (shown === 'picture') return file(bytes, type, name);
  const png = await paintPages(bytes);
  return png
    ? file(png, 'image/png', `${name}.png`)
    : file(sorry(texts(locale).sorry), 'image/svg+xml', 'khong-co.svg');
}

const texts = defineTexts({
  sorry: { vi: 'Không vẽ được ảnh xem trước. Hãy mở tệp.', en: 'No preview can be drawn. Please open the file.' },
});

/** In the picture's place, so that nothing looks broken. */
const sorry = (words: string): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="120" viewBox="0 0 640 120"><path fill="#f3f4f4" d="M0 0h640v120H0z"/><text x="24" y="66" font-family="sans-serif" font-size="20" fill="#222d2f">${words}</text></svg>`,
  );
