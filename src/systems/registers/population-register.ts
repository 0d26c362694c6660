/** The register of the population (Cơ sở dữ liệu quốc gia về dân cư), asked over HTTP. The protocol of the national one is to be confirmed; this is the simulator's. */
import { Type } from 'typebox';
import { Check } from 'typebox/value';
import type { Config } from '../../platform/config/config.ts';
import type { Report } from '../dossiers/index.ts';

const Answer = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 100 }),
  status: Type.Union([Type.Literal('queued'), Type.Literal('done'), Type.Literal('refused')]),
  personalNumber: Type.Optional(Type.String({ pattern: '^0[0-9]{11}$' })),
  refusal: Type.Optional(Type.String({ maxLength: 100 })),
});

export interface RegisterAnswer {
  readonly id: string;
  readonly status: 'queued' | 'done' | 'refused';
  readonly personalNumber?: string;
  readonly refusal?: string;
}

const TIMEOUT_MS = 10_000;

/** Files under `id`, or asks what became of `reference`. */
export async function askRegister(
  { registerUrl, registerKey = '' }: Pick<Config, 'registerUrl' | 'registerKey'>,
  filing: { readonly id: string; readonly reference: string | null; readonly report: Report },
): Promise<RegisterAnswer> {
  const { path, body } =
    filing.reference === null
      ? requestOf(filing.id, filing.report)
      : { path: `/filings/${encodeURIComponent(filing.reference)}`, body: undefined };
  const response = await fetch(new URL(path, registerUrl), {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${registerKey}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const answer: unknown = await response.json().catch(() => undefined);
  // What it cannot read it will not read next time either: for a person to look at.
  if (response.status === 400) return { id: filing.reference ?? filing.id, status: 'refused', refusal: codeOf(answer) };
  if (!response.ok || !Check(Answer, answer))
    throw new Error(`the register of the population answered ${response.status}`);
  return answer;
}

function requestOf(id: string, report: Report): { path: string; body: object } {
  if (report.kind === 'birth') {
    const { name, sex, birthDate, province, parents } = report;
    return { path: '/births', body: { idempotencyKey: id, name, gender: sex, birthDate, province, parents } };
  }
  const { personalNumber, residence } = report;
  return { path: '/residences', body: { idempotencyKey: id, personalNumber, residence } };
}

const codeOf = (answer: unknown): string => {
  const code = answer !== null && typeof answer === 'object' && 'code' in answer ? answer.code : undefined;
  return typeof code === 'string' ? code.slice(0, 100) : 'register.bad-request';
};
