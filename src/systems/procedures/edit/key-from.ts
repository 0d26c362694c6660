/** Keys from names: what the definition calls a thing, made once when it is added and kept when its name changes. */
import { fold } from '../../../platform/text/fold.ts';

/** `Giấy chứng sinh` → `giay-chung-sinh`; a second one gets `-2`. With `_` for keys of answers. */
export function keyFrom(name: string, taken: ReadonlySet<string>, joint: '-' | '_' = '-'): string {
  const most = joint === '-' ? 50 : 36;
  const folded = fold(name)
    .replace(/[^a-z0-9]+/g, joint)
    .replace(/^[^a-z]+/, '');
  const plain = folded.slice(0, most).replace(/[-_]+$/, '') || 'muc';
  for (let count = 1; ; count++) {
    const key = count === 1 ? plain : `${plain}${joint}${count}`;
    if (!taken.has(key)) return key;
  }
}
