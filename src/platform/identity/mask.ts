/** Masks: personal data as lists show it, enough to tell two people apart with the card in hand and no more. */

/** `072094123418` → `072094…18`; a tax code `3901234567` → `390123…67`. */
export const maskPersonalNumber = (number: string): string =>
  number.length < 9 ? '…' : `${number.slice(0, 6)}…${number.slice(-2)}`;

/** `+84912345678` → `…678`. */
export const maskPhone = (phone: string): string => `…${phone.slice(-3)}`;
