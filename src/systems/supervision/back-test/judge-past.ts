/** Judging the past: what one scenario would have found at the looks of a replayed case, and what it could not decide. */
import { type Day, dayOf, type Instant, isoOf } from '../../../platform/calendar/instant.ts';
import type { LegalClock } from '../../../platform/cases/legal-clock.ts';
import type { PastFacts, PastMoment } from '../../../platform/cases/supervised.ts';
import { evaluate } from '../../../platform/conditions/condition.ts';
import { type Clause, explain } from '../../../platform/conditions/explain.ts';
import type { Bound } from '../../../platform/conditions/subject.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import type { ReadEntry } from '../../../platform/journal/entry.ts';
import { type CompiledScenario, fillMessage } from '../compile-scenario.ts';
import { lookTime } from '../moment-offset.ts';
import { responsibleForSilence } from '../owed-silence.ts';
import { isAboutSilence } from '../scenario.ts';
import { bindLook, type OwnedKind, type Subjects } from '../scenario-subject.ts';
import type { ReplayedAct, ReplayedSilence } from './replay-case.ts';

export interface PastFinding {
  readonly caseId: string;
  readonly caseCode: string;
  readonly procedure: string | null;
  readonly unit: string | null;
  /** Null where silence was found. */
  readonly entryId: string | null;
  readonly act: string;
  readonly occasion: string;
  readonly at: Instant;
  readonly message: Required<LocalText>;
  readonly clauses: Clause | null;
}

export interface Period {
  readonly from: Instant;
  /** Excluded. */
  readonly to: Instant;
}

interface Parts {
  readonly kind: OwnedKind;
  readonly subjects: Subjects;
  readonly legal: LegalClock;
  readonly period: Period;
  /** How many findings are explained: those that are kept. */
  readonly explained: number;
  /** What other systems knew of a case, by group; nothing where no rule asks. */
  readonly factsOf: (caseId: string) => ReadonlyMap<string, PastFacts>;
  /** Whether a text of an entry was empty, or is erased so that nobody can say. */
  readonly contentOf: (entryId: string, name: string) => 'empty' | 'erased' | undefined;
}

export class PastJudge {
  undecided = 0;
  acts = 0;
  readonly #compiled: CompiledScenario;
  readonly #wanted: ReadonlySet<string>;
  /** Where a text is erased: without what rests on texts. */
  readonly #wantedWithout: ReadonlySet<string>;
  readonly #parts: Parts;
  #found: PastFinding[] = [];
  #explained = 0;
  #occasions = new Set<string>();
  #days = new Set<Day>();
  #last: Instant | undefined;

  constructor(compiled: CompiledScenario, parts: Parts) {
    this.#compiled = compiled;
    this.#parts = parts;
    const unknown = parts.kind.replay?.unknown ?? {};
    const resting = parts.kind.replay?.texts.values ?? {};
    this.#wanted = new Set([...compiled.reads].filter((path) => !Object.hasOwn(unknown, path)));
    this.#wantedWithout = new Set([...this.#wanted].filter((path) => !Object.hasOwn(resting, path)));
  }

  get looksAtSilence(): boolean {
    return isAboutSilence(this.#compiled.scenario);
  }

  /** It asks which texts were filled in. */
  get readsTexts(): boolean {
    return this.#compiled.reads.has('act.written');
  }

  /** It reads values that rest on texts. */
  get restsOnTexts(): boolean {
    return this.#wantedWithout.size < this.#wanted.size;
  }

  /** It waits for, or reads, what another system knows: `rating`. */
  asks(group: string, moments: Readonly<Record<string, unknown>>): boolean {
    const { looks } = this.#compiled.scenario;
    return (
      ('moment' in looks && Object.hasOwn(moments, looks.moment)) ||
      [...this.#compiled.reads].some((path) => path.startsWith(`${group}.`))
    );
  }

  looksAt(type: string): boolean {
    return this.#compiled.conditions.has(type);
  }

  /** What was found on the case that ends here. */
  take(): readonly PastFinding[] {
    const found = this.#found;
    this.#found = [];
    this.#occasions = new Set();
    this.#days = new Set();
    this.#last = undefined;
    return found;
  }

  act({ state, entries, at, decision, history, isWhole }: ReplayedAct): void {
    const { kind, subjects, legal } = this.#parts;
    const occasion = (entries.find(({ effect }) => effect !== undefined) ?? entries[0])?.id ?? '';
    for (const entry of entries) {
      if (this.looksAtSilence || !this.looksAt(entry.type)) continue;
      this.acts += 1;
      const content = this.#contentOf(entry);
      if (content === undefined) {
        this.undecided += 1;
        continue;
      }
      const subject = subjects.of(state.kind, entry.type);
      const bound = bindLook(subject, kind, this.#wantedOf(isWhole), {
        look: { state, at, legal, decision },
        actor: entry.actor,
        entry: {
          type: entry.type,
          ...(entry.body && { body: entry.body }),
          ...(entry.dims && { dims: entry.dims }),
          content,
        },
        history,
      });
      const responsible = kind.responsible(state);
      this.#judge(entry.type, bound, {
        state,
        at,
        occasion,
        entryId: occasion,
        unit: entry.actor.unit ?? responsible.holdingUnit,
      });
    }
  }

  silence({ state, from, to, history, isWhole }: ReplayedSilence): void {
    const { scenario } = this.#compiled;
    const { kind, subjects, legal, period } = this.#parts;
    if (!isAboutSilence(scenario)) return;
    const { moment: name, offset } = scenario.looks;
    const facts = this.#parts.factsOf(state.id);
    const own = kind.replay?.moments[name]?.(state, legal);
    // an act may have moved a moment of the case itself to before now; what another system knows comes when it comes
    const came = [
      ...(own === undefined ? [] : [{ moment: own, at: Math.max(lookTime(own, offset, legal), from) as Instant }]),
      ...[...facts.values()]
        .flatMap(({ moments }) => moments[name] ?? [])
        .flatMap((past) => {
          const at = seenAt(past, lookTime(past.at, offset, legal), from);
          return at !== undefined && (past.until === null || past.until > at) ? [{ moment: past.at, at }] : [];
        }),
    ];
    for (const { moment, at } of came) {
      if ((to !== undefined && at >= to) || at < period.from || at >= period.to) continue;
      this.acts += 1;
      const subject = subjects.of(scenario.kind);
      const look = { state, at, legal };
      const bound = bindLook(subject, kind, this.#wantedOf(isWhole), {
        look,
        history,
        facts: Object.fromEntries([...facts].map(([group, past]) => [group, past.at(at)])),
      });
      const unit = responsibleForSilence(kind, look, { moment: name, at: moment }).holdingUnit;
      this.#judge('', bound, { state, at, occasion: isoOf(moment), day: dayOf(moment), entryId: null, unit });
    }
  }

  #wantedOf(isWhole: boolean): ReadonlySet<string> {
    return isWhole ? this.#wanted : this.#wantedWithout;
  }

  #judge(act: string, bound: Bound, look: Looked): void {
    const condition = this.#compiled.conditions.get(act);
    // a finding of silence is numbered by the day of its moment: a second one of that day is none
    if (!condition || this.#occasions.has(look.occasion) || (look.day && this.#days.has(look.day))) return;
    const { value, error } = evaluate(condition, bound);
    if (error) this.undecided += 1;
    if (!value || this.#isCool(look.at)) return;
    this.#occasions.add(look.occasion);
    if (look.day) this.#days.add(look.day);
    this.#last = look.at;
    const { code, procedure, unit } = this.#parts.kind.responsible(look.state);
    const isKept = this.#explained < this.#parts.explained;
    this.#explained += 1;
    this.#found.push({
      caseId: look.state.id,
      caseCode: code,
      procedure,
      unit: look.unit ?? unit,
      entryId: look.entryId,
      act,
      occasion: look.occasion,
      at: look.at,
      message: fillMessage(this.#compiled.scenario, condition.subject, bound),
      clauses: isKept ? explain(condition, bound) : null,
    });
  }

  #isCool(at: Instant): boolean {
    const { coolDown } = this.#compiled.scenario;
    return (
      coolDown !== undefined &&
      this.#last !== undefined &&
      at < this.#parts.legal.dueAt(this.#last, coolDown, { lateRule: false })
    );
  }

  /** Undefined where the rule asks what was written and a part of it is erased. */
  #contentOf({ id, content = [] }: ReadEntry): Record<string, true> | undefined {
    if (!this.readsTexts) return {};
    const known = content.map(({ name }) => [name, this.#parts.contentOf(id, name)] as const);
    if (known.some(([, is]) => is === 'erased')) return undefined;
    return Object.fromEntries(known.flatMap(([name, is]) => (is === 'empty' ? [] : [[name, true as const]])));
  }
}

interface Looked {
  readonly state: ReplayedAct['state'];
  readonly at: Instant;
  readonly occasion: string;
  /** Of the moment, where silence is looked at. */
  readonly day?: Day;
  readonly entryId: string | null;
  readonly unit: string | null;
}

/** In the silence that begins at `from`: when its time comes, or later, when it became a candidate; what was not found then, by the act that begins the silence. */
function seenAt({ since }: PastMoment, due: Instant, from: Instant): Instant | undefined {
  if (since === undefined) return due >= from ? due : undefined;
  return Math.max(due, since, from) as Instant;
}
