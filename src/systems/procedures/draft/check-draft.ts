/** All that is wrong with a draft, each at its part: what a citizen, a clock or a till would stumble over once it is published. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Day } from '../../../platform/calendar/instant.ts';
import { compileForm, type FormLibrary } from '../../../platform/forms/compile-form.ts';
import type { FormDefinition } from '../../../platform/forms/definition.ts';
import { type Fault, fault } from '../../../platform/pack/fault.ts';
import { dayText } from '../../../platform/text/vietnamese-date.ts';
import { checkProcedure } from '../check.ts';
import { checkResultsOf, namedProcedures } from '../check-answered.ts';
import { checkLinkedCodes } from '../check-linked.ts';
import { prepareForm } from '../check-conditions.ts';
import type { ProcedureDefinition } from '../definition.ts';
import { composeGeneralForm } from '../general-form.ts';
import { formLists } from '../get-version.ts';
import { listNamed } from '../list-named.ts';
import { checkPlaces, type NamedPlaces } from '../pack.ts';
import { checkSeats, listSeats } from './check-seats.ts';
import type { DraftContent } from './draft.ts';
import { type PartKey, partOf } from './draft-parts.ts';

export interface DraftFault extends Fault {
  readonly part: PartKey;
}

/** As it would be in force on the day. */
export async function checkDraft(db: QueryExecutorProvider, content: DraftContent, day: Day): Promise<DraftFault[]> {
  const [lists, places, seats] = await Promise.all([formLists(db), listPlaces(db), listSeats(db)]);
  const faults = checkContent(content, { library: { lists }, places, day });
  if (faults.some(({ code }) => code === 'pack.shape')) return faults;
  const { definition } = content;
  const known = new Set((await listNamed(db, namedProcedures(definition))).map(({ code }) => code));
  return [
    ...faults,
    ...checkResultsOf(definition, known).map((one): DraftFault => ({ ...one, part: 'components' })),
    ...checkLinkedCodes(definition, known).map((one): DraftFault => ({ ...one, part: 'linked' })),
    ...checkSeats(definition, seats).map((one): DraftFault => ({ ...one, part: 'process' })),
  ];
}

/** The same, pure. A definition of the wrong shape is not looked at further. */
export function checkContent(
  { definition, form }: DraftContent,
  { library, places, day }: { readonly library: FormLibrary; readonly places: NamedPlaces; readonly day: Day },
): DraftFault[] {
  const empty = [...emptyPlaces(definition), ...nobodyDecides(definition, day)];
  const told = new Set(empty.map(({ at }) => at));
  const own = checkProcedure(definition).filter(({ at }) => !told.has(at));
  const faults = [...empty, ...own].map((one): DraftFault => ({ ...one, part: partOf(one.at) }));
  const asked = form ?? composeGeneralForm(definition);
  const ofForm = form ? checkForm(form, library) : [];
  if (faults.some(({ code }) => code === 'pack.shape') || empty.length > 0 || ofForm.length > 0)
    return [...faults, ...ofForm];
  const together = [...(prepareForm(definition, asked, library).faults ?? []), ...checkPlaces(definition, places)];
  return [...faults, ...together.map((one): DraftFault => ({ ...one, part: placedIn(one) }))];
}

function checkForm(form: FormDefinition, library: FormLibrary): DraftFault[] {
  const bare = form.sections.filter(({ fields }) => fields.length === 0).map(({ key }) => NO_QUESTION(key));
  const faults = bare.length > 0 ? bare : (compileForm(form, library).faults ?? []);
  return faults.map((one) => ({ ...one, part: 'form' }));
}

const NO_QUESTION = (key: string): Fault =>
  fault('procedures.empty', `sections.${key}`, 'Mục chưa có câu hỏi nào.', 'The section has no question yet.');

/** A unit or role may be named by who decides or by a step; the general process follows from who decides. */
function placedIn({ code, at }: Fault): PartKey {
  if (code === 'procedures.place-not-in-organisation' && !at.startsWith('process.'))
    return at.startsWith('unit:') ? 'competence' : 'process';
  return at.startsWith('form ') ? 'form' : partOf(at);
}

/** What a new draft begins without, said plainly. */
function emptyPlaces(definition: ProcedureDefinition): Fault[] {
  const { name, subjects, levels, channels, results, field } = definition;
  const empty = [
    name.vi.trim() === '' && fault('procedures.empty', 'name.vi', 'Nhập tên thủ tục.', 'Enter the name.'),
    field.name.vi.trim() === '' &&
      fault('procedures.empty', 'field.name.vi', 'Nhập lĩnh vực.', 'Enter the field of administration.'),
    subjects.length === 0 &&
      fault('procedures.empty', 'subjects', 'Chọn đối tượng thực hiện.', 'Choose whom it is for.'),
    levels.length === 0 &&
      fault('procedures.empty', 'levels', 'Thêm cơ quan giải quyết.', 'Add the authority that decides.'),
    channels.length === 0 &&
      fault('procedures.empty', 'channels', 'Chọn ít nhất một cách nộp hồ sơ.', 'Choose at least one way to file.'),
    results.length === 0 &&
      fault('procedures.empty', 'results', 'Thêm ít nhất một kết quả.', 'Add at least one result.'),
  ];
  return empty.filter((one) => one !== false);
}

/** A version of an era gone by names who decided then. */
function nobodyDecides({ levels }: ProcedureDefinition, day: Day): Fault[] {
  if (levels.length === 0 || levels.some(({ from, to }) => (from ?? '') <= day && day <= (to ?? '9999'))) return [];
  const index = levels.length - 1;
  return [
    fault(
      'procedures.nobody-decides',
      `levels.${index}`,
      `Không có cơ quan nào giải quyết vào ngày ${dayText(day, 'vi')}.`,
      `No authority decides on ${dayText(day, 'en')}.`,
    ),
  ];
}

/** Of any time: a definition may name who decided before. */
async function listPlaces(db: QueryExecutorProvider): Promise<NamedPlaces> {
  const units = await sql<{ key: string; section: string | null }>`select key, section from organisation.unit`.execute(
    db,
  );
  const roles = await sql<{ key: string }>`select key from organisation.role`.execute(db);
  return { units: units.rows, roles: roles.rows };
}
