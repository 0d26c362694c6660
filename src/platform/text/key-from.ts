/** Keys from names: what a definition calls a thing, made once when it is added and kept when its name changes. */
import { fold } from './fold.ts';

interface KeyForm {
  readonly joint?: '-' | '_';
  /** Letters and digits, without what tells it from one that is taken. */
  readonly most?: number;
  /** Of a name without letters. */
  readonly otherwise?: string;
}

/** `Giấy chứng sinh` → `giay-chung-sinh`; a second one gets `-2`. A key begins with a letter: '' where the name has none and nothing else is said. */
export function keyFrom(
  name: string,
  taken: ReadonlySet<string>,
  { joint = '-', most = 50, otherwise = '' }: KeyForm = {},
): string {
  const folded = fold(name)
    .replace(/[^a-z0-9]+/g, joint)
    .replace(/^[^a-z]+/, '');
  const plain = folded.slice(0, most).replace(/[-_]+$/, '') || otherwise;
  for (let count = 1; ; count++) {
    const key = count === 1 ? plain : `${plain}${joint}${count}`;
    if (!taken.has(key)) return key;
  }
}
