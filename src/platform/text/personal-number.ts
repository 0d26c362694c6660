/** Personal number (số định danh cá nhân, the number on the identity card): 12 digits that say where and when a person was registered at birth. */
import type { Day } from '../calendar/instant.ts';
import { read, type Reading, type TextFault, unreadable } from './text-fault.ts';

export type Sex = 'male' | 'female';

export interface PersonalNumber {
  readonly number: string;
  /** Code of the province of birth registration in the list of 63 provinces (before 1 July 2025); undefined when the list has no such code. */
  readonly province: string | undefined;
  readonly sex: Sex;
  readonly birthYear: number;
}

/**
 * Reads the 12 digits; spaces, dots and hyphens between them are accepted. Digits 1-3 province, 4 century and sex
 * (0/1 = 19xx male/female, 2/3 = 20xx …), 5-6 year of birth. There is no check digit [M]: what the digits say is
 * compared (doubtsAbout), never made a reason to refuse.
 */
export function readPersonalNumber(text: string): Reading<PersonalNumber> {
  const number = text.replace(/[\s.-]/g, '');
  if (!/^[0-9]{12}$/.test(number)) {
    return unreadable('text.personal-number', 'Số định danh cá nhân gồm 12 chữ số', 'A personal number has 12 digits');
  }
  const centuryAndSex = Number(number[3]);
  return read({
    number,
    province: PROVINCES.has(number.slice(0, 3)) ? number.slice(0, 3) : undefined,
    sex: centuryAndSex % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + 100 * Math.floor(centuryAndSex / 2) + Number(number.slice(4, 6)),
  });
}

/** What makes the number unlikely for this person: an unknown province, another year of birth or sex, a birth in the future. Empty when nothing does. */
export function doubtsAbout(
  read: PersonalNumber,
  person: { birthYear?: number; sex?: string; today: Day },
): TextFault[] {
  const doubts: TextFault[] = [];
  if (read.province === undefined) {
    doubts.push(
      doubt(
        'province',
        'ba chữ số đầu không phải mã của một tỉnh, thành phố',
        'its first three digits are not the code of a province',
      ),
    );
  }
  if (person.birthYear !== undefined && person.birthYear !== read.birthYear) {
    doubts.push(
      doubt(
        'birth-year',
        `số này của người sinh năm ${read.birthYear}`,
        `this number is of a person born in ${read.birthYear}`,
      ),
    );
  } else if (read.birthYear > Number(person.today.slice(0, 4))) {
    doubts.push(
      doubt(
        'future',
        `năm sinh trong số này là ${read.birthYear}`,
        `the year of birth in this number is ${read.birthYear}`,
      ),
    );
  }
  if ((person.sex === 'male' || person.sex === 'female') && person.sex !== read.sex) {
    const vi = read.sex === 'male' ? 'số này của người có giới tính nam' : 'số này của người có giới tính nữ';
    doubts.push(doubt('sex', vi, `this number is of a ${read.sex} person`));
  }
  return doubts;
}

function doubt(what: string, vi: string, en: string): TextFault {
  return {
    code: `text.personal-number-${what}`,
    message: { vi: `Hãy kiểm tra lại số định danh cá nhân: ${vi}`, en: `Please check the personal number: ${en}` },
  };
}

/** Codes of the 63 provinces of the General Statistics Office (QĐ 124/2004/QĐ-TTg, as amended to 2008), with a leading zero [M]. */
const PROVINCES = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 045 046 048 ' +
    '049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096'
  ).split(' '),
);
