/** Comma list: terms one after the other, short ones not broken inside, because "tạm trú" cut in two reads as two words. */
export function CommaList({ text }: { text: string }) {
  const terms = text.split(', ');
  return (
    <>
      {terms.map((term, index) => (
        <span key={term}>
          <span class={term.length <= WHOLE_UP_TO ? 'vc-whole' : undefined}>
            {index < terms.length - 1 ? `${term},` : term}
          </span>{' '}
        </span>
      ))}
    </>
  );
}

/** Longer terms would push the page sideways on a phone. */
const WHOLE_UP_TO = 28;
