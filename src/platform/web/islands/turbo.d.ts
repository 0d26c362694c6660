/** The part of Turbo 8 that we call; the package ships no types. */
declare module '@hotwired/turbo' {
  export const session: { drive: boolean };
  export function renderStreamMessage(html: string): void;
}
