/** Which process a number in a file really means: process ids are used again, most of all after a restart of a container. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process id with the time it started, in the operating system's own units: together they name one process for good. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly started: string;
}

/** Undefined when no such process lives; one that has ended but was not yet collected by its parent counts as ended. */
export function findProcess(pid: number): ProcessIdentity | undefined {
  const status = process.platform === 'linux' ? readLinuxStatus(pid) : askPs(pid, 'state=,lstart=');
  if (status === undefined || /^[ZX]/.test(status)) return undefined;
  return { pid, started: status.slice(1).trim() };
}

export const isLiving = (known: ProcessIdentity): boolean => findProcess(known.pid)?.started === known.started;

/** Program and arguments of a living process, joined by spaces; empty when it can't be read. */
export function commandLineOf(pid: number): string {
  if (process.platform !== 'linux') return askPs(pid, 'command=') ?? '';
  return readProc(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ') ?? '';
}

/** `S 123456`: state letter and start time in clock ticks since boot, fields 3 and 22 of proc_pid_stat(5). */
function readLinuxStatus(pid: number): string | undefined {
  const stat = readProc(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return `${fields[0]} ${fields[19]}`;
}

function readProc(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ESRCH' || code === 'EACCES') return undefined;
    throw error;
  }
}

function askPs(pid: number, columns: string): string | undefined {
  const answer = spawnSync('ps', ['-o', columns, '-p', String(pid)], { encoding: 'utf8' });
  return answer.status === 0 && answer.stdout.trim() !== '' ? answer.stdout.trim() : undefined;
}
