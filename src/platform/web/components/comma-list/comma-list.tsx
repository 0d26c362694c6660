/** Comma list: terms one after the other, none broken inside, because "tạm trú" cut in two reads as two words. */
export function CommaList({ text }: { text: string }) {
  const terms = text.split(', ');
  return (
    <>
      {terms.map((term, index) => (
        <span key={term}>
          <span class="vc-whole">{index < terms.length - 1 ? `${term},` : term}</span>{' '}
        </span>
      ))}
    </>
  );
}
