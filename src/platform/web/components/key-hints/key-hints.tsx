/** Key hints: the keys of an officer's screen, in its last row. */
export interface KeyHint {
  readonly keys: readonly string[];
  readonly does: string;
}

export function KeyHints({ hints }: { hints: readonly KeyHint[] }) {
  return (
    <ul class="vc-key-hints">
      {hints.map((hint) => (
        <li key={hint.does}>
          {hint.keys.map((key) => (
            <kbd key={key} class="vc-key">
              {key}
            </kbd>
          ))}{' '}
          {hint.does}
        </li>
      ))}
    </ul>
  );
}
