/** The vocabulary of a scenario: every value its condition may name, by group, with its type and name; and the functions, each with what it does. */
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import type { Variable, Variables } from '../../../platform/conditions/subject.ts';
import type { Subjects } from '../scenario-subject.ts';

type Both = Required<LocalText>;

export interface NamedValue {
  /** `dossier.due_at`; inside a list its own name alone. */
  readonly path: string;
  readonly type: string;
  readonly label: Both;
  /** Texts it can be, where they are known. */
  readonly words: readonly { readonly value: string; readonly label: Both }[];
  /** Of a list of rows: what each row has. */
  readonly rows: readonly NamedValue[];
}

export interface ValueGroup {
  readonly name: string;
  readonly label: Both;
  readonly values: readonly NamedValue[];
}

/** What every one of the acts has; for a rule about silence no act is given. */
export function listValues(subjects: Subjects, kind: string, acts: readonly string[]): ValueGroup[] {
  const [first, ...others] = (acts.length === 0 ? [undefined] : acts).map((act) =>
    flatten(subjects.of(kind, act).variables),
  );
  const shared = [...(first ?? new Map<string, NamedValue>()).values()].filter(({ path, type }) =>
    others.every((one) => one.get(path)?.type === type),
  );
  const { variables } = subjects.of(kind, acts[0]);
  return Object.entries(variables).flatMap(([name, variable]) => {
    const values = shared.filter(({ path }) => path === name || path.startsWith(`${name}.`));
    return values.length > 0 ? [{ name, label: labelOf(variable, name), values }] : [];
  });
}

function flatten(variables: Variables, around = ''): Map<string, NamedValue> {
  return new Map(
    Object.entries(variables).flatMap(([name, variable]): [string, NamedValue][] => {
      const path = `${around}${name}`;
      if ('fields' in variable) return [...flatten(variable.fields, `${path}.`)];
      const rows = 'rows' in variable ? [...flatten(variable.rows).values()] : [];
      const words = Object.entries(variable.words ?? {}).map(([value, label]) => ({ value, label: inBoth(label) }));
      return [[path, { path, type: typeOf(variable), label: labelOf(variable, name), words, rows }]];
    }),
  );
}

const typeOf = (variable: Variable): string => ('type' in variable ? variable.type : 'rows');
const labelOf = ({ label }: Variable, name: string): Both => inBoth(label ?? { vi: name, en: name });
const inBoth = ({ vi, en }: LocalText): Both => ({ vi, en: en ?? vi });

export interface NamedFunction {
  /** As it is written, `…` where a value goes. */
  readonly insert: string;
  readonly label: Both;
}

export const FUNCTIONS: readonly NamedFunction[] = [
  named('answered(…)', 'đã có giá trị', 'a value is there'),
  named('… && …', 'cả hai đều đúng', 'both hold'),
  named('… || …', 'một trong hai đúng', 'either holds'),
  named('!(…)', 'không đúng', 'does not hold'),
  named('"…" in …', 'văn bản nằm trong danh sách', 'a text is in a list'),
  named('….exists(x, …)', 'có phần tử của danh sách thỏa mãn', 'some of a list meet it'),
  named('….all(x, …)', 'mọi phần tử của danh sách thỏa mãn', 'all of a list meet it'),
  named('size(…)', 'số phần tử, số ký tự', 'how many'),
  named('days("…", "…")', 'số ngày giữa hai ngày', 'days between two days'),
  named('… + duration("24h")', 'thời điểm sau đó 24 giờ', 'a moment 24 hours later'),
  named('timestamp("2026-11-23T08:00:00+07:00")', 'một thời điểm cụ thể', 'a certain moment'),
  named('fold(…)', 'chữ thường không dấu, để so sánh', 'small letters without marks, to compare'),
  named('….startsWith("…")', 'văn bản bắt đầu bằng', 'a text begins with'),
  named('….contains("…")', 'văn bản có chứa', 'a text contains'),
];

function named(insert: string, vi: string, en: string): NamedFunction {
  return { insert, label: { vi, en } };
}
