/** The register of the population asked about one person. The protocol of the national one is to be confirmed; this is the simulator's. */
import { type Static, Type } from 'typebox';
import { Check } from 'typebox/value';
import type { Config } from '../../platform/config/config.ts';

const Person = Type.Object({
  personalNumber: Type.String({ pattern: '^0[0-9]{11}$' }),
  name: Type.String({ minLength: 1, maxLength: 200 }),
  gender: Type.Union([Type.Literal('male'), Type.Literal('female')]),
  birthDate: Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' }),
  /** Codes as in the lists of the forms. */
  ethnicity: Type.Optional(Type.String({ maxLength: 10 })),
  nationality: Type.Optional(Type.String({ maxLength: 10 })),
  residence: Type.Union([
    Type.Object({
      commune: Type.String({ pattern: '^[0-9]{5}$' }),
      communeName: Type.String({ maxLength: 200 }),
      detail: Type.String({ maxLength: 300 }),
    }),
    Type.Null(),
  ]),
});

export type RegisteredPerson = Static<typeof Person>;

/** Somebody waits for the page meanwhile, and the paper can be asked for instead. */
const TIMEOUT_MS = 3000;

/** Null is nobody of that number; undefined is a register that does not answer, or not in words we know. */
export async function askPopulation(
  { registerUrl, registerKey = '' }: Pick<Config, 'registerUrl' | 'registerKey'>,
  { personalNumber, purpose }: { readonly personalNumber: string; readonly purpose: string },
): Promise<RegisteredPerson | null | undefined> {
  const url = new URL(`/people/${encodeURIComponent(personalNumber)}`, registerUrl);
  url.searchParams.set('purpose', purpose);
  try {
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${registerKey}` },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.status === 404) return null;
    const answer: unknown = response.ok ? await response.json() : undefined;
    return Check(Person, answer) && answer.personalNumber === personalNumber ? answer : undefined;
  } catch (error) {
    if (isUnanswered(error)) return undefined;
    throw error;
  }
}

/** No line, no answer in time, or an answer that is no JSON. */
const isUnanswered = (error: unknown): boolean =>
  error instanceof TypeError ||
  error instanceof SyntaxError ||
  (error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError'));
