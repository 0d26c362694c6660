/** Keys of what stands in a definition. With `_` for keys of answers. */
import { keyFrom } from '../../../platform/text/key-from.ts';

export const definitionKey = (name: string, taken: ReadonlySet<string>, joint: '-' | '_' = '-'): string =>
  keyFrom(name, taken, { joint, most: joint === '-' ? 50 : 36, otherwise: 'muc' });
