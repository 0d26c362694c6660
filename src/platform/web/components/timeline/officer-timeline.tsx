/** Timeline for officers: the entries of the journal in words, newest first, the verb in bold. */
import type { ComponentChildren } from 'preact';

export interface OfficerEntry {
  /** "20/11 16:12". */
  readonly at: string;
  /** What was done: "Yêu cầu bổ sung". */
  readonly act: ComponentChildren;
  readonly who?: ComponentChildren;
  /** Why, with what, in whole sentences. */
  readonly detail?: ComponentChildren;
  /** What another system has on this entry: the flag and number of a finding. */
  readonly mark?: ComponentChildren;
}

export function OfficerTimeline({ entries }: { entries: readonly OfficerEntry[] }) {
  return (
    <ol class="vc-diary" reversed>
      {entries.map((entry, index) => (
        <li key={index} data-flagged={entry.mark !== undefined || undefined}>
          <span class="vc-diary-time vc-digits">{entry.at}</span>
          <span>
            <strong>{entry.act}</strong>
            {entry.who && <>, {entry.who}</>}
            {entry.detail && (
              <>
                {entry.who ? ': ' : '. '}
                {entry.detail}
              </>
            )}
            {entry.mark && <> {entry.mark}</>}
          </span>
        </li>
      ))}
    </ol>
  );
}
