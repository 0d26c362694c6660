import { expect, test } from 'vitest';
import { wantedLevels } from './levels.ts';

const [one, two] = ['urn:vneid:level:1', 'urn:vneid:level:2'];
const insisting = (acr: unknown) => JSON.stringify({ id_token: { acr } });

test.each([
  ['nothing asked', {}, { least: 1, best: 1 }],
  ['level 2 asked', { acr_values: two }, { least: 2, best: 2 }],
  ['either will do', { acr_values: `${two} ${one}` }, { least: 1, best: 2 }],
  ['only values of others', { acr_values: 'urn:other' }, { least: 1, best: 1 }],
  ['level 2 as an essential claim', { claims: insisting({ essential: true, value: two }) }, { least: 2, best: 2 }],
  ['one of several as a claim', { claims: insisting({ essential: true, values: [one, two] }) }, { least: 1, best: 2 }],
  ['an essential claim of others', { claims: insisting({ essential: true, value: 'urn:other' }) }, undefined],
  ['a claim that makes no sense', { claims: insisting([1, null]) }, { least: 1, best: 1 }],
])('%s', (_, params, wanted) => expect(wantedLevels(params)).toEqual(wanted));
