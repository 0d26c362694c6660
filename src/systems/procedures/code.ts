/** Procedure codes (mã thủ tục hành chính): the national form `d.dddddd`, and what other forms are. */

const NATIONAL = /^\d\.\d{6}$/;

/** `1.001193`: one digit, a point, six digits. Lists of provinces also hold other forms; those are never codes here, only aliases. */
export const isNationalCode = (text: string): boolean => NATIONAL.test(text);
