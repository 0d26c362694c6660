/** Rules of notifying (quy tắc gửi thông báo): when nothing is sent, how long notices to one person are gathered, and what waits for neither; from the province pack. */
import { Type } from 'typebox';
import type { LocalText } from '../i18n/local-text.ts';
import { addDays, dayOf, type Instant, instantAt, minuteOfDay } from '../calendar/instant.ts';
import { shapeOf } from '../pack/check-shape.ts';
import { readPackPart } from '../pack/read-part.ts';
import { readPackFolder } from '../pack/read-yaml.ts';
import { readTemplates } from './template-file.ts';

const TimeOfDay = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' });

const Example = Type.Object({ vi: Type.String(), en: Type.Optional(Type.String()) }, { additionalProperties: false });

const RulesFile = Type.Object(
  {
    /** No mail, no text message and no push in between, but for what is urgent. Left out: day and night. */
    quiet_hours: Type.Optional(Type.Object({ from: TimeOfDay, to: TimeOfDay }, { additionalProperties: false })),
    /** How long the first notice to an address waits for others, which then go with it. */
    gather_minutes: Type.Integer({ minimum: 0, maximum: 120 }),
    /** Codes of templates that are sent at once, by day and by night. */
    urgent: Type.Array(Type.String()),
    /** What a value may look like, for the preview of a template; one without stands there by its name. */
    examples: Type.Record(Type.String({ pattern: '^[a-z_]+$' }), Example),
    /** Nobody has verified it against a rule: `design` is our own proposal. */
    confirm: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
);

/** Minutes of the day; it may pass midnight. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

export interface NotifyingRules {
  readonly quiet?: QuietHours;
  readonly gatherMinutes: number;
  readonly urgent: readonly string[];
  /** The values that each template of the pack is given, by its code. */
  readonly given: Readonly<Record<string, readonly string[]>>;
  /** One of each, by name. */
  readonly examples: Readonly<Record<string, LocalText>>;
}

const readShape = shapeOf(RulesFile);

/** Throws with every fault when the pack's file is not usable, or calls a template urgent that it does not have. */
export function readRules(packFolder: string): NotifyingRules {
  const { quiet_hours, gather_minutes, urgent, examples } = readPackPart(
    packFolder,
    'notification-rules.yaml',
    readShape,
  );
  const templates = readTemplates(readPackFolder(packFolder, 'notifications')).templates ?? [];
  const given = Object.fromEntries(templates.map(({ code, values }) => [code, values]));
  const unknown = urgent.filter((code) => !given[code]);
  if (unknown.length > 0)
    throw new Error(`notification-rules.yaml names templates that are not there: ${unknown.join(', ')}`);
  return {
    ...(quiet_hours ? { quiet: { from: minuteOf(quiet_hours.from), to: minuteOf(quiet_hours.to) } } : {}),
    gatherMinutes: gather_minutes,
    urgent,
    given,
    examples,
  };
}

/** The morning, when it is night; undefined by day. */
export function quietUntil(quiet: QuietHours | undefined, at: Instant): Instant | undefined {
  if (!quiet || quiet.from === quiet.to) return undefined;
  const minute = minuteOfDay(at);
  const overnight = quiet.from > quiet.to;
  const isQuiet = overnight ? minute >= quiet.from || minute < quiet.to : minute >= quiet.from && minute < quiet.to;
  if (!isQuiet) return undefined;
  const day = dayOf(at);
  return instantAt(overnight && minute >= quiet.from ? addDays(day, 1) : day, quiet.to);
}

function minuteOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  return hours * 60 + minutes;
}
