import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { accounts, findAccount, register } from './people.ts';

test.each(register.people)('$name: number, sex and birth year agree', (person) => {
  const century = Number(person.birthDate.slice(0, 2)) - 19;
  const digit = century * 2 + (person.gender === 'female' ? 1 : 0);
  expect(person.personalNumber).toMatch(new RegExp(`^(072|079|080)${digit}${person.birthDate.slice(2, 4)}\\d{6}$`));
});

test.each(register.organizations)('$name: the check digit of the tax code is right', ({ taxCode }) => {
  const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(taxCode[index]), 0);
  expect(taxCode).toHaveLength(10);
  expect(Number(taxCode[9])).toBe(10 - (sum % 11));
});

test('no account, number or phone is given twice, and every organisation has its representative', () => {
  for (const values of [
    accounts.map(({ sub }) => sub),
    register.people.map(({ personalNumber }) => personalNumber),
    register.people.map(({ phone }) => phone),
  ]) {
    expect(new Set(values).size).toBe(values.length);
  }
  expect(accounts).toHaveLength(register.people.length + register.organizations.length);
});

test('every address of an e-mail is of a reserved domain, every phone is written as E.164', () => {
  for (const { email, phone } of register.people) {
    expect(email).toMatch(/^[a-z]+\.[a-z]+@congdan\.example$/);
    expect(phone).toMatch(/^\+84\d{9}$/);
  }
});

test('an account is found by what a person would type', () => {
  expect(findAccount('072195418263')?.person.name).toBe('Nguyễn Thị Thu Hà');
  expect(findAccount('3999001008')?.organization?.name).toBe('Công ty TNHH Quảng cáo Nắng Bình Minh');
  expect(findAccount('072195418264')).toBeUndefined();
});

test('the file is UTF-8 in composed form', () => {
  const text = readFileSync(new URL('people.json', import.meta.url), 'utf8');
  expect(text).toBe(text.normalize('NFC'));
});
