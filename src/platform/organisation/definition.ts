/** Organisation data: areas, units, roles, positions and who follows whom, all with the days on which they hold (idea 7: the organisation has a past). */
import { type Static, type TProperties, Type } from 'typebox';
import type { Day } from '../calendar/instant.ts';
import { LocalTextSchema } from '../forms/definition.ts';
import type { LocalText } from '../i18n/local-text.ts';

export const AREA_KINDS = ['province', 'city', 'town', 'district', 'ward', 'township', 'commune'] as const;
export const UNIT_KINDS = ['people-committee', 'department', 'section', 'one-stop', 'police', 'land-office'] as const;
export type AreaKind = (typeof AREA_KINDS)[number];
export type UnitKind = (typeof UNIT_KINDS)[number];

/** Holds from `from` to `to`, both days included. No `from`: since before the data begins; no `to`: until further notice. */
export interface Validity {
  readonly from?: Day;
  readonly to?: Day;
}

export const holdsOn = (span: Validity, day: Day): boolean =>
  (span.from === undefined || span.from <= day) && (span.to === undefined || day <= span.to);

/** Who takes over when this one ends. `unknown` is an answer: the same name or code is no proof. */
export type Succession =
  | {
      readonly kind: 'one';
      readonly to: string;
      readonly day: Day;
      readonly source?: string;
      readonly confirm?: string;
    }
  /** Split: the subject of a matter decides which. */
  | {
      readonly kind: 'by-subject';
      readonly to: readonly string[];
      readonly day: Day;
      readonly source?: string;
      readonly confirm?: string;
    }
  /** The present commune of the place the matter concerns. */
  | { readonly kind: 'by-place'; readonly day: Day; readonly source?: string; readonly confirm?: string }
  | { readonly kind: 'unknown' };

/** An administrative unit (đơn vị hành chính). GSO codes are used again after 2025, so a code alone names no area: `key` does. */
export interface Area extends Validity {
  readonly key: string;
  readonly code: string;
  readonly kind: AreaKind;
  /** `Tân Ninh`; the full name is `Phường Tân Ninh`. */
  readonly proper: string;
  readonly name: Required<LocalText>;
  readonly parent?: string;
  readonly lat?: number;
  readonly lon?: number;
  readonly areaKm2?: number;
  readonly formerProvince?: string;
  /** Only on areas that have ended. */
  readonly successor?: Succession;
}

/** A body that acts (cơ quan, đơn vị). */
export interface Unit extends Validity {
  readonly key: string;
  readonly kind: UnitKind;
  /** What part of its parent it is: `office`, `economy`, `culture-society`… Processes name sections so. */
  readonly section?: string;
  readonly name: LocalText;
  readonly parent?: string;
  readonly area: string;
  /** Electronic identification code (mã định danh, QĐ 20/2020/QĐ-TTg), to be confirmed when `confirm` is there. */
  readonly code?: string;
  readonly confirm?: string;
  readonly successor?: Succession;
}

export interface Role {
  readonly key: string;
  readonly name: LocalText;
  /** What its seats are called, on papers too, where that is not the name of the role: `Chủ tịch, Phó Chủ tịch` is no title of anybody. */
  readonly title?: LocalText;
  /** Answers for the units under its unit too, so it also sees them. */
  readonly leads?: boolean;
  readonly confirm?: string;
}

/** A seat in a unit that one officer holds at a time (vị trí công tác). */
export interface Position extends Validity {
  readonly key: string;
  readonly unit: string;
  readonly role: string;
  /** What it is called where that is not the title of its role. */
  readonly title?: LocalText;
}

/** A person who does not exist, made for the demonstration. */
export interface InventedOfficer {
  readonly position: string;
  readonly fullName: string;
  readonly sex: 'male' | 'female';
  readonly email: string;
}

export interface Organisation {
  readonly roles: readonly Role[];
  readonly areas: readonly Area[];
  readonly units: readonly Unit[];
  readonly positions: readonly Position[];
  readonly officers: readonly InventedOfficer[];
}

const Key = Type.String({ pattern: '^[a-z][a-z0-9-]{0,59}$' });
const DaySchema = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const RoleKey = Type.String({ pattern: '^[A-Z]{2,4}$' });
const Confirm = Type.Optional(Type.String({ minLength: 1, maxLength: 10 }));
const closed = <T extends TProperties>(properties: T) => Type.Object(properties, { additionalProperties: false });
const oneOf = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>(Type.Union(values.map((value) => Type.Literal(value))));

const Seat = closed({
  role: RoleKey,
  count: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })),
  title: Type.Optional(LocalTextSchema),
});
const Seats = Type.Array(Seat);

const UnitRule = closed({
  key: Key,
  kind: oneOf(UNIT_KINDS),
  section: Type.Optional(Key),
  only: Type.Optional(Type.Array(oneOf(AREA_KINDS), { minItems: 1 })),
  name: LocalTextSchema,
  /** A named unit; or `under` another rule's unit of the same area; or `parentOfArea`, that rule's unit of the area above. */
  parent: Type.Optional(Key),
  under: Type.Optional(Key),
  parentOfArea: Type.Optional(Key),
  code: Type.Optional(Type.String({ pattern: '^[A-Z0-9.{}n]+$', maxLength: 35 })),
  /** Rule of the succeeding area whose unit takes over; the rule of the same key unless said. */
  followedBy: Type.Optional(Key),
  positions: Seats,
});

export const UnitRulesSchema = closed({
  areas: Type.Array(
    closed({
      of: closed({
        kinds: Type.Array(oneOf(AREA_KINDS), { minItems: 1 }),
        from: Type.Optional(DaySchema),
        to: Type.Optional(DaySchema),
      }),
      suffix: Type.Optional(Type.String({ pattern: '^-[a-z0-9-]{1,20}$' })),
      numberFrom: Type.Integer({ minimum: 1, maximum: 9999 }),
      units: Type.Array(UnitRule, { minItems: 1 }),
    }),
  ),
  /** By the unit's own key, or else by its kind. */
  provincial: Type.Record(Type.String(), Seats),
});
export type UnitRules = Static<typeof UnitRulesSchema>;
export type UnitRule = Static<typeof UnitRule>;

const SuccessionRow = closed({
  day: DaySchema,
  from: Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }),
  to: Type.Optional(Type.Array(Type.String({ minLength: 1 }), { minItems: 1 })),
  byPlace: Type.Optional(Type.Literal(true)),
  bySubject: Type.Optional(Type.Literal(true)),
  source: Type.Optional(Type.String()),
  confirm: Confirm,
});
export const SuccessionsSchema = closed({ areas: Type.Array(SuccessionRow), units: Type.Array(SuccessionRow) });
export type SuccessionRow = Static<typeof SuccessionRow>;
export type Successions = Static<typeof SuccessionsSchema>;

export const RolesSchema = closed({
  roles: Type.Array(
    closed({
      key: RoleKey,
      name: LocalTextSchema,
      title: Type.Optional(LocalTextSchema),
      leads: Type.Optional(Type.Boolean()),
      confirm: Confirm,
    }),
  ),
});

const Names = Type.Array(Type.String({ minLength: 1, maxLength: 20 }), { minItems: 1 });
export const OfficerNamesSchema = closed({
  invented: Type.Literal(true),
  domain: Type.String({ pattern: '^[a-z0-9.-]+\\.example$' }),
  family: Names,
  male: closed({ middle: Names, given: Names }),
  female: closed({ middle: Names, given: Names }),
});
export type OfficerNames = Static<typeof OfficerNamesSchema>;
