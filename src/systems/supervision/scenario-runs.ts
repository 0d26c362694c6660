/** Runs of scenarios in this process: how often each was evaluated and when, and which have failed so often that they stand still here until the database says so. */
import type { Instant } from '../../platform/calendar/instant.ts';
import type { CompiledScenario } from './compile-scenario.ts';

export interface RunCount {
  readonly scenario: string;
  readonly version: number;
  readonly evaluations: number;
  readonly lastAt: Instant;
}

/** A scenario that stands still in this process, and why. */
export interface Stopped {
  readonly scenario: string;
  readonly version: number;
  readonly reason: string;
  readonly at: Instant;
}

/** Errors within an hour after which a scenario is switched off; one run that is too long does so alone. */
export const MOST_ERRORS = 3;
const HOUR_MS = 3_600_000;

export class ScenarioRuns {
  #counts = new Map<string, { scenario: string; version: number; evaluations: number; lastAt: Instant }>();
  readonly #errors = new Map<string, Instant[]>();
  readonly #off = new Set<string>();
  /** Those of which the database has not been told by this process. */
  readonly #untold = new Map<string, Stopped>();
  readonly #onCount: () => void;

  /** `onCount` is told of each look: there is something to hand in. */
  constructor(onCount: () => void) {
    this.#onCount = onCount;
  }

  count(scenarios: readonly CompiledScenario[], at: Instant): void {
    for (const { scenario, version } of scenarios) this.#add(scenario.code, version, 1, at);
    this.#onCount();
  }

  /** What was taken and could not be handed in. */
  putBack(counts: readonly RunCount[]): void {
    for (const { scenario, version, evaluations, lastAt } of counts) this.#add(scenario, version, evaluations, lastAt);
  }

  #add(scenario: string, version: number, evaluations: number, at: Instant): void {
    const key = `${scenario} ${version}`;
    const known = this.#counts.get(key);
    if (known) {
      known.evaluations += evaluations;
      known.lastAt = at > known.lastAt ? at : known.lastAt;
    } else this.#counts.set(key, { scenario, version, evaluations, lastAt: at });
  }

  fail({ scenario, version }: CompiledScenario, reason: string, at: Instant): void {
    const key = `${scenario.code} ${version}`;
    const recent = [...(this.#errors.get(key) ?? []).filter((time) => at - time < HOUR_MS), at];
    this.#errors.set(key, recent);
    if ((recent.length < MOST_ERRORS && reason !== 'slow') || this.#off.has(key)) return;
    this.#off.add(key);
    this.#untold.set(key, { scenario: scenario.code, version, reason, at });
  }

  untold(): readonly Stopped[] {
    return [...this.#untold.values()];
  }

  told({ scenario, version }: Stopped): void {
    this.#untold.delete(`${scenario} ${version}`);
  }

  isOff({ scenario, version }: CompiledScenario): boolean {
    return this.#off.size > 0 && this.#off.has(`${scenario.code} ${version}`);
  }

  /** What was counted since the last time, for the heartbeat. */
  take(): readonly RunCount[] {
    const counts = [...this.#counts.values()];
    this.#counts = new Map();
    return counts;
  }

  /** What the database has switched off is remembered there: once it is switched on again, it runs here too. */
  forgetAllBut(active: readonly CompiledScenario[]): void {
    const kept = new Set(active.map(({ scenario, version }) => `${scenario.code} ${version}`));
    for (const key of [...this.#off].filter((one) => !kept.has(one))) {
      this.#off.delete(key);
      this.#untold.delete(key);
      this.#errors.delete(key);
    }
  }
}
