/** A text with the fields it names, each set as code: whoever reads it sees that it is a field and no word. */
export function WithFields({ text }: { text: string }) {
  return (
    <>
      {text.split(/(\{[^{}]*\}|\*\*)/).map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}
    </>
  );
}
