/** Load row: what else the machine had to do while it measured. */
import { loadavg } from 'node:os';
import type { BenchRow } from './program.ts';

export const loadRow = (): BenchRow => {
  const load = loadavg().map((one) => one.toFixed(1));
  return ['load of the machine at the end, over 1, 5 and 15 minutes', load.join(', '), ''];
};
