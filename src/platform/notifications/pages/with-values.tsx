/** A text with the values it is filled with, each set as code: whoever reads it sees that it is a name and no word. */
export function WithValues({ text }: { text: string }) {
  return (
    <>{text.split(/(\{[a-z_]+\})/).map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}</>
  );
}
