/** Demo violations: some dozens of dossiers on which simulated officers break a rule, past the verbs that would refuse it, so that the findings, the repeats and the wall have something to show. */
import { sql } from 'kysely';
import { addDays, type Day, dayOf, type Instant, instant, isoOf, weekdayOf } from '../platform/calendar/instant.ts';
import { type ActEnvironment, type Actor, actOnCase, type Outcome } from '../platform/cases/act.ts';
import { decision, type Decision } from '../platform/cases/decision.ts';
import { packFolderOf } from '../platform/config/project-root.ts';
import type { EntryDraft } from '../platform/journal/entry.ts';
import { readOrganisation } from '../platform/organisation/pack.ts';
import type { Platform } from '../platform/system/platform.ts';
import { fileDossier } from '../simulation/filing.ts';
import { namePartsOf } from '../simulation/invented-person.ts';
import type { Stage } from '../simulation/perform.ts';
import { chanceOf, idOf } from '../simulation/random.ts';
import { apologySent, papersAskedFor, stepCompleted } from '../simulation/unlawful-entries.ts';
import { openSimulatedPapers } from '../simulation/simulated-papers.ts';
import { actorOf, findStaff, type Officer } from '../simulation/staff.ts';
import { acceptDossier, withdrawDossier } from '../systems/dossiers/dossiers.ts';
import { loadDossier } from '../systems/dossiers/load-dossier.ts';
import type { DossierTables } from '../systems/dossiers/tables.ts';
import { DEMO_COMMUNE } from './demo-accounts.ts';

/** What breaks a rule: the scenario that finds it, so many days after the dossier is accepted. */
interface Violation {
  readonly finds: string;
  readonly days?: number;
  /** By an officer of another unit than the one that holds the dossier. */
  readonly byStranger?: true;
  /** Done one after the other; the last is the one too many. */
  readonly acts: readonly ((day: Day) => Pick<Decision, 'entries' | 'rows'>)[];
}

const asking = (body: Record<string, string | string[]>): EntryDraft =>
  papersAskedFor(body, 'Thiếu giấy tờ (mô phỏng).');
/** `days` after it was handed in it was due. */
const apology =
  (days: number) =>
  (day: Day): EntryDraft =>
    apologySent(
      {
        slip: '1',
        was_due: isoOf(instant(`${addDays(day, days)}T17:00`)),
        new_due: isoOf(instant(`${addDays(day, days + 7)}T17:00`)),
      },
      'Quá tải (mô phỏng).',
    );
const act =
  (entry: EntryDraft | ((day: Day) => EntryDraft), counts?: 'supplements' | 'apologies'): Violation['acts'][number] =>
  (day) => ({
    entries: [typeof entry === 'function' ? entry(day) : entry],
    rows: counts ? [{ table: 'dossiers.dossier', op: 'update', key: {}, values: { [counts]: 1 } }] : [],
  });

const VIOLATIONS: readonly (readonly [count: number, Violation])[] = [
  [9, { finds: 'V02', acts: [act(asking({}))] }],
  [6, { finds: 'V03', days: 8, acts: [act(asking({ slip: '1' }))] }],
  [5, { finds: 'V10', acts: [act(asking({ slip: '1', components: ['giay-khong-co-trong-danh-muc'] }))] }],
  [
    5,
    {
      finds: 'V17',
      byStranger: true,
      acts: [act(stepCompleted({}))],
    },
  ],
  [4, { finds: 'V01', acts: [act(asking({ slip: '1' }), 'supplements'), act(asking({ slip: '2' }))] }],
  [3, { finds: 'V05', acts: [act(apology(14), 'apologies'), act(apology(21))] }],
];

/** 10 working days, so that what is done on it is not late. */
const PROCEDURE = '1.013225';
const DAYS = 20;

/** So many, by what finds them; run again, it goes on where it was stopped. */
export async function inventViolations(platform: Platform, until: Day): Promise<number> {
  const { organisation } = readOrganisation(packFolderOf(platform.config.province));
  if (!organisation) throw new Error('the organisation of the province pack is not usable');
  const staff = await findStaff(platform.db, SEED, until);
  const offices = await listOffices(platform);
  const all = VIOLATIONS.flatMap(([count, violation]) => Array.from({ length: count }, () => violation));
  const begun = instant(`${addDays(until, -DAYS)}T08:00`);
  const stage: Stage = {
    platform,
    papers: await openSimulatedPapers(platform, begun),
    names: namePartsOf(organisation),
    signs: false,
  };
  let made = 0;
  for (const [index, violation] of all.entries()) {
    // most of them where the logins that are printed at the start work, so that something is repeated there
    const office = offices[index % 5 < 3 ? 0 : 1 + (index % (offices.length - 1))];
    const officer = office && staff.find(office.unit, 'TN');
    const stranger = staff.find(offices[1]?.unit ?? '', 'TN');
    if (!officer || !stranger) continue;
    // the next one goes to whoever sits beside them
    officer.busyUntil = (begun + index) as Instant;
    const day = workday(addDays(until, -DAYS + Math.floor((index / all.length) * (DAYS - 11))));
    await live(stage, { index, violation, commune: office.commune, officer, stranger, day });
    made += 1;
  }
  return made;
}

const SEED = 'demo.violations';

interface UnlawfulLife {
  readonly index: number;
  readonly violation: Violation;
  readonly commune: string;
  readonly officer: Officer;
  readonly stranger: Officer;
  readonly day: Day;
}

async function live(stage: Stage, { index, violation, commune, officer, stranger, day }: UnlawfulLife): Promise<void> {
  const { platform } = stage;
  const caseId = idOf(`${SEED}/${index}`);
  const command = (name: string) => ({ commandId: idOf(`${SEED}/${index}/${name}`), caseId });
  const env = (at: Instant) => ({
    ...(platform.acting as unknown as ActEnvironment<DossierTables>),
    clock: () => at,
  });
  const at = (days: number, time: string): Instant => instant(`${addDays(day, days)}T${time}`);
  const minute = String(10 + index).padStart(2, '0');
  const known = await platform.db.selectFrom('cases.case').select('id').where('id', '=', caseId).executeTakeFirst();
  if (!known) {
    const filed = await fileDossier(stage, {
      caseId,
      arrival: { index, at: at(0, `08:${minute}`), procedure: PROCEDURE, channel: 'counter', commune: 0 },
      chance: chanceOf(`${SEED}/${index}`),
      names: stage.names,
      communes: [commune],
      owners: [],
    });
    if (filed !== 'done') throw new Error(`no dossier to break a rule on: ${filed}`);
  }
  done(await acceptDossier(env(at(0, `09:${minute}`)), actorOf(officer), command('accept')));
  const { days = 0, byStranger, acts } = violation;
  for (const [place, partsOf] of acts.entries()) {
    const when = at(days, `1${place}:${minute}`);
    done(
      await actPastRules(env(when), byStranger ? stranger : officer, {
        command: command(`act ${place}`),
        parts: partsOf(day),
      }),
    );
  }
  done(
    await withdrawDossier(env(at(days + 1, `15:${minute}`)), actorOf(officer), {
      ...command('withdraw'),
      reason: 'Không còn nhu cầu (mô phỏng).',
    }),
  );
}

interface PastRules {
  readonly command: { readonly commandId: string; readonly caseId: string };
  readonly parts: ReturnType<Violation['acts'][number]>;
}

/** What a mistake of the program, or a hand in the database, would leave. */
function actPastRules(
  env: ActEnvironment<DossierTables>,
  { account, position, unit }: Officer,
  { command, parts }: PastRules,
): Promise<Outcome> {
  const actor: Actor = { id: account, kind: 'person', account, position, unit };
  const rows = parts.rows.map((row) => ({ ...row, key: { case_id: command.caseId } }) as typeof row);
  return actOnCase(env, actor, command, {
    name: 'demo.violation',
    load: (db) => loadDossier(db, { id: command.caseId }, 'all'),
    decide: ({ code, step }) =>
      decision({
        entries: parts.entries.map((entry) => ({
          ...entry,
          body: { ...entry.body, code, ...(entry.type === 'dossiers.step-completed' && { step }) },
        })),
        rows,
      }),
  });
}

function done(outcome: Outcome): void {
  if (outcome.kind !== 'done') throw new Error(`not done: ${JSON.stringify(outcome)}`);
}

/** One-stop offices of communes that receive today: that of the demonstration first. */
async function listOffices({ db, clock }: Platform): Promise<{ unit: string; commune: string }[]> {
  const found = await sql<{ unit: string; commune: string }>`
    select u.id as unit, a.code as commune from organisation.unit u join organisation.area a on a.id = u.area_id and a.level = 'commune'
    where u.kind = 'one-stop' and daterange(u.valid_from, u.valid_to, '[]') @> ${dayOf(clock())}::date
      and daterange(a.valid_from, a.valid_to, '[]') @> ${dayOf(clock())}::date
    order by a.code = ${DEMO_COMMUNE} desc, a.code limit 5
  `.execute(db);
  return found.rows;
}

function workday(day: Day): Day {
  const weekday = weekdayOf(day);
  return weekday === 0 ? addDays(day, 1) : weekday === 6 ? addDays(day, 2) : day;
}
