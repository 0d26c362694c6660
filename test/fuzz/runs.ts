/** How long fuzzing lasts: a short, repeatable run in `npm test`, a long one with chances of its own in `npm run endure`. */
import { configureGlobal } from 'fast-check';

export const isLong = process.env['VAMCO_FUZZ'] === 'long';

// Red by chance helps nobody who changed something else: the short run tries the same things each time.
if (!isLong) configureGlobal({ seed: 20_261_123 });

export const runs = (short: number, long: number): number => (isLong ? long : short);
