/** An hour of an ordinary day: citizens look things up, dossiers come in, officers list and accept; what the program holds on to shows in its memory. */
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Platform } from '../src/platform/system/platform.ts';
import { acceptPath, OFFICER, submitOne } from './acts.ts';
import { DeskClient } from './desk-client.ts';
import type { RunningProgram } from './running-program.ts';

export interface Soaked {
  readonly requests: number;
  readonly acts: number;
  /** Answers that were no page and no act. */
  readonly failed: number;
  /** MB after each twelfth of the time. */
  readonly memory: readonly number[];
  readonly peak: number;
}

const CITIZENS = 6;
const OFFICERS = 3;
/** A person reads what came before asking again. */
const THINKS_MS = 250;

const LOOKED_UP = [
  '/',
  '/thu-tuc?q=khai+sinh',
  '/thu-tuc?q=giay+phep+xay+dung',
  '/thu-tuc/1.001193',
  '/thu-tuc/1.004873',
  '/tra-cuu',
];
const LISTED = ['/can-bo/ho-so', '/can-bo/ho-so?hang=don-vi', '/can-bo/ho-so?hang=da-xong', '/can-bo/ho-so?q=nguyen'];

export async function soak(
  platform: Platform,
  program: RunningProgram,
  { seconds, log }: { readonly seconds: number; readonly log: (line: string) => void },
): Promise<Soaked> {
  const until = performance.now() + seconds * 1000;
  const counts = { requests: 0, acts: 0, failed: 0 };
  const goesOn = (): boolean => performance.now() < until;
  const note = (isWell: boolean): void => {
    counts.requests += 1;
    if (!isWell) counts.failed += 1;
  };
  const citizen = async (first: number): Promise<void> => {
    const phone = new DeskClient(program.url);
    for (let at = first; goesOn(); at++, await delay(THINKS_MS))
      note((await phone.get(LOOKED_UP[at % LOOKED_UP.length] as string)).status === 200);
    phone.close();
  };
  const officer = async (): Promise<void> => {
    const desk = new DeskClient(program.url);
    await desk.signIn(OFFICER);
    while (goesOn()) {
      for (const path of LISTED) {
        note((await desk.get(path)).status === 200);
        await delay(THINKS_MS);
      }
      const code = await fileOne(platform);
      await desk.readToken(acceptPath(code));
      note((await desk.act(acceptPath(code), 1)).status === 303);
      counts.acts += 1;
    }
    desk.close();
  };
  const memory: number[] = [];
  const watch = async (): Promise<void> => {
    for (let twelfth = 0; twelfth < 12; twelfth++) {
      await delay((seconds * 1000) / 12);
      memory.push(Math.round(program.memory()?.now ?? 0));
      log(`${memory.at(-1)} MB after ${Math.round((seconds * (twelfth + 1)) / 12)} s, ${counts.requests} requests`);
    }
  };
  await Promise.all([
    ...Array.from({ length: CITIZENS }, (_, first) => citizen(first)),
    ...Array.from({ length: OFFICERS }, officer),
    watch(),
  ]);
  return { ...counts, memory, peak: Math.round(program.memory()?.peak ?? 0) };
}

async function fileOne(platform: Platform): Promise<string> {
  const caseId = await submitOne(platform);
  const { rows } = await sql<{ code: string }>`select code from cases.case where id = ${caseId}`.execute(platform.db);
  if (!rows[0]) throw new Error('what was handed in is gone');
  return rows[0].code;
}
