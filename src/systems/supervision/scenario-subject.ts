/** Scenario subjects: everything a condition may name for one kind of case and one kind of act, and how it is bound for one look. */
import type { CaseState } from '../../platform/cases/act.ts';
import type {
  SupervisedFacts,
  SupervisedField,
  SupervisedKind,
  SupervisedLook,
} from '../../platform/cases/supervised.ts';
import {
  type Bound,
  bindValues,
  defineSubject,
  type Subject,
  type Values,
  type Variables,
} from '../../platform/conditions/subject.ts';
import { instant } from '../../platform/calendar/instant.ts';
import type { EntryDraft } from '../../platform/journal/entry.ts';
import type { EntrySpec } from '../../platform/system/define-system.ts';
import type { Registry } from '../../platform/system/registry.ts';
import { bodyVariables } from './act-variables.ts';

/** A kind of case with the system whose entries are written on it. */
export interface OwnedKind extends SupervisedKind {
  readonly system: string;
}

/** What the registry knows that scenarios rest on. */
export interface Supervisable {
  readonly kinds: ReadonlyMap<string, OwnedKind>;
  readonly entries: ReadonlyMap<string, EntrySpec>;
  /** By `kind.group`. */
  readonly facts: ReadonlyMap<string, SupervisedFacts>;
}

export function supervisableOf({ systems, entries }: Pick<Registry, 'systems' | 'entries'>): Supervisable {
  const facts = new Map(systems.flatMap(({ supervisedFacts = {} }) => Object.entries(supervisedFacts)));
  const momentsBeside = (kind: string): SupervisedKind['moments'] =>
    Object.assign({}, ...[...facts].filter(([name]) => name.startsWith(`${kind}.`)).map(([, { moments }]) => moments));
  return {
    kinds: new Map(
      systems.flatMap(({ id, supervised = {} }) =>
        Object.entries(supervised).map(([kind, declared]): [string, OwnedKind] => [
          kind,
          { ...declared, system: id, moments: { ...declared.moments, ...momentsBeside(kind) } },
        ]),
      ),
    ),
    entries,
    facts,
  };
}

/** Entry types that acts write on cases of a kind: what a rule may look at. */
export function actsOf({ entries, kinds }: Supervisable, kind: string): string[] {
  const declared = kinds.get(kind);
  if (!declared) return [];
  return [...entries.keys()].filter(
    (type) => type.startsWith(`${declared.system}.`) && !declared.unwatched.includes(type),
  );
}

/** `dossiers.supplement-asked` as a field of `history`. */
export const historyName = (type: string): string => (type.split('.')[1] as string).replaceAll('-', '_');

const ACTOR: Variables = {
  account: { type: 'string', label: { vi: 'Tài khoản', en: 'account' } },
  unit: { type: 'string', label: { vi: 'Đơn vị', en: 'unit' } },
  position: { type: 'string', label: { vi: 'Chức danh', en: 'position' } },
  for_other: { type: 'bool', label: { vi: 'Làm thay người khác', en: 'in place of another' } },
  is_program: { type: 'bool', label: { vi: 'Do chương trình', en: 'by the program' } },
};

const NO_ACT = '';

/** Subjects are made once for each kind and act; the environment of a condition is costly. */
export class Subjects {
  readonly #known = new Map<string, Subject>();
  readonly #supervisable: Supervisable;

  constructor(supervisable: Supervisable) {
    this.#supervisable = supervisable;
  }

  /** Of an act; without one, of a look at silence. */
  of(kind: string, act: string = NO_ACT): Subject {
    const key = `${kind} ${act}`;
    const known = this.#known.get(key);
    if (known) return known;
    const made = defineSubject({ name: 'Look', variables: this.#variablesOf(kind, act) });
    this.#known.set(key, made);
    return made;
  }

  #variablesOf(kind: string, act: string): Variables {
    const { kinds, entries, facts } = this.#supervisable;
    const declared = kinds.get(kind);
    if (!declared) throw new Error(`no kind of case ${kind} is supervised`);
    const spec = entries.get(act);
    return {
      ...(spec
        ? {
            act: {
              label: { vi: 'Hành vi', en: 'act' },
              fields: {
                type: { type: 'string', label: { vi: 'Loại', en: 'kind' } },
                at: { type: 'instant', label: { vi: 'Lúc', en: 'time' } },
                answer: { type: 'string', label: { vi: 'Trả lời tiếp nhận', en: 'answer' } },
                term: { type: 'string', label: { vi: 'Thời hạn', en: 'term' } },
                flags: { type: 'strings', label: { vi: 'Dấu', en: 'flags' } },
                written: { type: 'strings', label: { vi: 'Phần đã viết', en: 'parts written' } },
                body: { label: { vi: 'Nội dung', en: 'body' }, fields: bodyVariables(spec, declared.bodyLabels) },
              },
            },
            actor: { label: { vi: 'Người thực hiện', en: 'actor' }, fields: ACTOR },
          }
        : {
            now: { type: 'instant', label: { vi: 'Bây giờ', en: 'now' } },
            ...Object.fromEntries(
              [...facts]
                .filter(([name]) => name.startsWith(`${kind}.`))
                .map(([name, { label, fields }]) => [name.slice(kind.length + 1), { label, fields }]),
            ),
          }),
      ...Object.fromEntries(
        Object.entries(declared.groups).map(([name, { label, fields }]) => [name, { label, fields }]),
      ),
      history: {
        label: { vi: 'Trước đó', en: 'before' },
        fields: Object.fromEntries(
          actsOf(this.#supervisable, kind).map((type) => [
            historyName(type),
            { type: 'int', label: countLabel(entries.get(type)) },
          ]),
        ),
      },
    };
  }
}

function countLabel(spec: EntrySpec | undefined) {
  const { vi, en = vi } = spec?.title ?? { vi: '…' };
  return { vi: `Số lần “${vi}”`, en: `times “${en}”` };
}

/** Which values are wanted: paths that active conditions and messages read. */
export type Wanted = ReadonlySet<string>;

export interface Looking {
  readonly look: SupervisedLook<CaseState>;
  readonly actor?: {
    readonly account?: string | undefined;
    readonly unit?: string | undefined;
    readonly position?: string | undefined;
    readonly for?: string | undefined;
    readonly kind: string;
  };
  readonly entry?: EntryDraft;
  readonly history?: Readonly<Record<string, number>>;
  readonly facts?: Values;
}

/** Binds the wanted values of a look, and reckons no others. */
export function bindLook(subject: Subject, kind: SupervisedKind, wanted: Wanted, looking: Looking): Bound {
  const values: Record<string, unknown> = { ...looking.facts };
  const { entry, actor, history = {}, look } = looking;
  const { groups, counts } = fillingOf(kind, wanted);
  for (const [name, fields] of groups) {
    const group: Record<string, unknown> = {};
    for (const [field, of] of fields) group[field] = of(look);
    values[name] = group;
  }
  const counted: Record<string, number> = {};
  // an act that was never done was done no times
  for (const name of counts) counted[name] = history[name] ?? 0;
  values.history = counted;
  if (entry) {
    const { answer, term, flagged } = entry.dims ?? {};
    const written = Object.entries(entry.content ?? {}).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [name],
    );
    values.act = { type: entry.type, at: look.at, answer, term, flags: flagged ?? [], written, body: entry.body };
  } else values.now = look.at;
  if (actor)
    values.actor = {
      account: actor.account,
      unit: actor.unit,
      position: actor.position,
      for_other: actor.for !== undefined,
      is_program: actor.kind === 'program',
    };
  return bindValues(subject, values);
}

interface Filling {
  readonly kind: SupervisedKind;
  readonly groups: readonly (readonly [
    name: string,
    fields: readonly (readonly [string, SupervisedField<CaseState>['of']])[],
  ])[];
  /** Names of acts that are counted. */
  readonly counts: readonly string[];
}

/** Which fields a set of wanted paths asks for does not change from act to act. */
const fillings = new WeakMap<Wanted, Filling>();

function fillingOf(kind: SupervisedKind, wanted: Wanted): Filling {
  const known = fillings.get(wanted);
  if (known?.kind === kind) return known;
  const made: Filling = {
    kind,
    groups: Object.entries(kind.groups).map(([name, { fields }]) => [
      name,
      Object.entries(fields).flatMap(([field, { of }]) =>
        wanted.has(`${name}.${field}`) ? [[field, of] as const] : [],
      ),
    ]),
    counts: [...wanted].filter((path) => path.startsWith('history.')).map((path) => path.slice(8)),
  };
  fillings.set(wanted, made);
  return made;
}

/** An example's values bound: times given as ISO text become instants. */
export function bindExample(subject: Subject, values: Values): Bound {
  return bindValues(subject, withInstants(subject.variables, values));
}

function withInstants(variables: Variables, values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const variable = Object.hasOwn(variables, name) ? variables[name] : undefined;
      if (variable === undefined || value === null) return [name, value];
      if ('type' in variable)
        return [name, variable.type === 'instant' && typeof value === 'string' ? instant(value) : value];
      const members = 'fields' in variable ? variable.fields : variable.rows;
      if (Array.isArray(value)) return [name, value.map((row) => withInstants(members, row as Values))];
      return [name, typeof value === 'object' ? withInstants(members, value as Values) : value];
    }),
  );
}
