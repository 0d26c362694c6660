/** Fact text: a fact in the reader's language, marked when nobody has checked it against its rule. */
import { Unconfirmed } from '../../../platform/web/components/tag/unconfirmed.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { Fact } from './procedure-view.ts';

export function FactText({ fact }: { fact: Fact }) {
  return (
    <>
      <Local text={fact.text} />
      {fact.confirm && (
        <>
          {' '}
          <Unconfirmed />
        </>
      )}
    </>
  );
}

/** One fact stands as a sentence, several as a list. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  const [only] = facts;
  if (only && facts.length === 1) {
    return (
      <p>
        <FactText fact={only} />
      </p>
    );
  }
  return (
    <ul class="vc-list">
      {facts.map((fact) => (
        <li key={fact.text.vi}>
          <FactText fact={fact} />
        </li>
      ))}
    </ul>
  );
}
