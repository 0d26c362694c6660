/** Two texts line by line: what stays, what goes, what comes. */
export interface ComparedLine {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** By the longest common run of lines; texts of templates have tens of lines, not thousands. */
export function compareLines(before: string, after: string): ComparedLine[] {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  const common = commonLengths(old, fresh);
  const lines: ComparedLine[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      lines.push({ kind: 'same', text: old[i] ?? '' });
      i += 1;
      j += 1;
    } else if (j >= fresh.length || (i < old.length && at(common, i + 1, j) >= at(common, i, j + 1))) {
      lines.push({ kind: 'gone', text: old[i] ?? '' });
      i += 1;
    } else {
      lines.push({ kind: 'new', text: fresh[j] ?? '' });
      j += 1;
    }
  }
  return lines;
}

/** How many lines the rests from i and j have in common. */
function commonLengths(old: readonly string[], fresh: readonly string[]): number[][] {
  const lengths = old.map(() => Array.from(fresh, () => 0));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = fresh.length - 1; j >= 0; j--) {
      const row = lengths[i] as number[];
      row[j] =
        old[i] === fresh[j] ? at(lengths, i + 1, j + 1) + 1 : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
    }
  }
  return lengths;
}

const at = (lengths: readonly (readonly number[])[], i: number, j: number): number => lengths[i]?.[j] ?? 0;
