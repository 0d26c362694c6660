/** planted: house no-inline-handler */
export const HandlesItself = () => <button onClick={() => undefined}>x</button>;
