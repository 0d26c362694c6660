/** The graph of an internal process: which step follows which, what can be reached, where a dossier would be stuck. Pure. */
import type { Process, Step } from './process-definition.ts';

export interface GraphWay {
  /** Place in the list of steps; null is the end. */
  readonly to: number | null;
  readonly when?: string;
}

/** The ways on from a step, in the order in which they are tried. A way to a step that does not exist is left out. */
export function waysFrom(process: Process, index: number): GraphWay[] {
  const { steps } = process;
  const step = steps[index];
  if (!step?.next) return [{ to: index + 1 < steps.length ? index + 1 : null }];
  return step.next.flatMap(({ to, when }) => {
    const found = steps.findIndex(({ key }) => key === to);
    return found < 0 ? [] : [{ to: found, ...(when === undefined ? {} : { when }) }];
  });
}

/** The steps of one dossier, in order: each whose guard holds, along the first way that holds. */
export function walkProcess(process: Process, holds: (condition: string) => boolean): Step[] {
  const taken: Step[] = [];
  const seen = new Set<number>();
  for (let index: number | null = 0; index !== null && !seen.has(index); ) {
    seen.add(index);
    const step = process.steps[index] as Step;
    if (step.guard === undefined || holds(step.guard)) taken.push(step);
    index = waysFrom(process, index).find(({ when }) => when === undefined || holds(when))?.to ?? null;
  }
  return taken;
}

/** Places that no dossier can come to. */
export function unreachable(process: Process): number[] {
  const reached = new Set<number>([0]);
  for (const index of reached) for (const { to } of waysFrom(process, index)) if (to !== null) reached.add(to);
  return process.steps.flatMap((_, index) => (reached.has(index) ? [] : [index]));
}

/** A way that leads back into a circle, as places: nothing that goes round ever ends. Undefined when there is none. */
export function findCircle(process: Process): number[] | undefined {
  const done = new Set<number>();
  const visit = (index: number, path: readonly number[]): number[] | undefined => {
    const at = path.indexOf(index);
    if (at >= 0) return path.slice(at);
    if (done.has(index)) return undefined;
    for (const { to } of waysFrom(process, index)) {
      const circle = to === null ? undefined : visit(to, [...path, index]);
      if (circle) return circle;
    }
    done.add(index);
    return undefined;
  };
  return visit(0, []);
}

/** The longest time any dossier can take along its ways, with the steps of that path. Of a process without a circle. */
export function longestPath(
  process: Process,
  minutesOf: (step: Step) => number,
): { readonly minutes: number; readonly path: readonly number[] } {
  const known = new Map<number, { minutes: number; path: number[] }>();
  const from = (index: number): { minutes: number; path: number[] } => {
    const before = known.get(index);
    if (before) return before;
    // Stands until the step is done, so that a circle ends the walk instead of the program.
    known.set(index, { minutes: 0, path: [] });
    const rest = waysFrom(process, index)
      .map(({ to }) => (to === null ? { minutes: 0, path: [] } : from(to)))
      .reduce((most, one) => (one.minutes > most.minutes ? one : most), { minutes: -1, path: [] as number[] });
    const found = {
      minutes: minutesOf(process.steps[index] as Step) + Math.max(0, rest.minutes),
      path: [index, ...rest.path],
    };
    known.set(index, found);
    return found;
  };
  return from(0);
}

export interface DeadEnd {
  readonly index: number;
  readonly why: 'no-way' | 'not-always' | 'seal-before-sign' | 'sign-last' | 'no-sign' | 'no-hand-over';
}

type Phase = 'drafted' | 'signed' | 'issued';

/**
 * Where a dossier could come to and get no further. What ends one is a signature and, at a later step, a number, a seal or
 * the return of the result (turns/result.ts of dossiers): every path must have both, in that order, whichever guarded
 * steps it passes over.
 */
export function deadEnds(process: Process): DeadEnd[] {
  const found = new Map<string, DeadEnd>();
  const note = (index: number, why: DeadEnd['why']) => found.set(`${index} ${why}`, { index, why });
  const seen = new Set<string>();
  // `signing`: the last step that was taken, where it signs
  const go = (index: number, phase: Phase, signing: number | null): void => {
    const here = `${index} ${phase} ${signing}`;
    if (seen.has(here)) return;
    seen.add(here);
    const step = process.steps[index] as Step;
    const ways = waysFrom(process, index);
    if (ways.length === 0) note(index, 'no-way');
    else if (ways.every(({ when }) => when !== undefined)) note(index, 'not-always');
    const seals = step.actions.some((action) => action === 'number' || action === 'seal');
    const signs = step.actions.includes('sign');
    if (seals && !signs && phase === 'drafted') note(index, 'seal-before-sign');
    const taken = { after: phaseAfter(step, phase), last: signs ? index : null };
    for (const { after, last } of step.guard === undefined ? [taken] : [taken, { after: phase, last: signing }]) {
      for (const { to } of ways) {
        if (to !== null) go(to, after, last);
        else if (after === 'drafted') note(index, 'no-sign');
        else if (last === index) note(index, 'sign-last');
        else if (after === 'signed') note(index, 'no-hand-over');
        else if (last !== null) note(last, 'sign-last');
      }
    }
  };
  go(0, 'drafted', null);
  return [...found.values()].sort((a, b) => a.index - b.index);
}

const ISSUING: ReadonlySet<string> = new Set(['number', 'seal', 'return']);

function phaseAfter({ actions }: Step, phase: Phase): Phase {
  if (phase === 'drafted') return actions.includes('sign') ? 'signed' : 'drafted';
  return phase === 'signed' && actions.some((action) => ISSUING.has(action)) ? 'issued' : phase;
}
