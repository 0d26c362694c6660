/** The procedures of a province pack: definitions, forms and life events, read and checked against each other and against the organisation. */
import type { FormDefinition } from '../../platform/forms/definition.ts';
import type { FormLibrary } from '../../platform/forms/compile-form.ts';
import type { Organisation } from '../../platform/organisation/definition.ts';
import { type Fault, fault, faultsIn, repeated } from '../../platform/pack/fault.ts';
import { type PackFile, readPackFolder, readPackYaml } from '../../platform/pack/read-yaml.ts';
import { checkProcedure } from './check.ts';
import { checkResultsOf } from './check-answered.ts';
import { checkLinkedCodes, checkLinkedUnits } from './check-linked.ts';
import { prepareForm } from './check-conditions.ts';
import type { ProcedureDefinition } from './definition.ts';
import { composeGeneralForm } from './general-form.ts';
import { processOf } from './general-process.ts';
import { type LifeEvent, readLifeEvents } from './life-event.ts';

/** One version of one procedure, with the form it is answered on. */
export interface PackProcedure {
  readonly file: string;
  readonly definition: ProcedureDefinition;
  readonly form: FormDefinition;
}

export interface ProcedurePack {
  readonly procedures: readonly PackProcedure[];
  readonly lifeEvents: readonly LifeEvent[];
}

export type ReadProcedurePack =
  | { readonly pack: ProcedurePack; readonly faults?: undefined }
  | { readonly pack?: undefined; readonly faults: Fault[] };

/** `folder` is the pack of a province. Nothing is loaded from a pack with a fault. */
export function readProcedurePack(
  folder: string,
  organisation: Organisation,
  library?: FormLibrary,
): ReadProcedurePack {
  const faults: Fault[] = [];
  const forms = readForms(readPackFolder(folder, 'forms'), faults);
  const templates = codesIn(readPackFolder(folder, 'documents'));
  const procedures = readPackFolder(folder, 'procedures').flatMap((file) => readProcedure(file, forms, faults));
  for (const { file, definition, form } of procedures) {
    faults.push(...faultsIn(file, prepareForm(definition, form, library).faults ?? []));
    faults.push(
      ...faultsIn(file, [...checkPlaces(definition, organisation), ...checkTemplates(definition, templates)]),
    );
  }
  const known = knownCodes(procedures);
  for (const { file, definition } of procedures)
    faults.push(...faultsIn(file, [...checkResultsOf(definition, known), ...checkLinkedCodes(definition, known)]));
  faults.push(...checkVersions(procedures));
  const lifeEvents = readLifeEvents(readPackFolder(folder, 'life-events'), codesOf(procedures), faults);
  return faults.length > 0 ? { faults } : { pack: { procedures, lifeEvents } };
}

function readForms(files: readonly PackFile[], faults: Fault[]): Map<string, FormDefinition> {
  const forms = new Map<string, FormDefinition>();
  for (const file of files) {
    const { value, faults: unreadable } = readPackYaml(file.text);
    if (unreadable) faults.push(...faultsIn(file.name, unreadable));
    else forms.set(String((value as { code?: unknown } | null)?.code), value as FormDefinition); // its shape is checked where it is used
  }
  return forms;
}

function readProcedure(file: PackFile, forms: ReadonlyMap<string, FormDefinition>, faults: Fault[]): PackProcedure[] {
  const { value, faults: unreadable } = readPackYaml(file.text);
  const wrong = unreadable ?? checkProcedure(value);
  faults.push(...faultsIn(file.name, wrong));
  if (wrong.length > 0) return [];
  const definition = value as ProcedureDefinition;
  const form = definition.form === undefined ? composeGeneralForm(definition) : forms.get(definition.form);
  if (form) return [{ file: file.name, definition, form }];
  const missing = definition.form ?? '';
  faults.push(
    fault(
      'procedures.form-unknown',
      `${file.name}: form`,
      `Không có biểu mẫu “${missing}”.`,
      `There is no form "${missing}".`,
    ),
  );
  return [];
}

/** Documents read and check their templates themselves; here only their codes matter. */
const codesIn = (files: readonly PackFile[]): ReadonlySet<string> =>
  new Set(
    files.map((file) => (readPackYaml(file.text).value as { code?: string } | null | undefined)?.code ?? file.name),
  );

function checkTemplates({ results }: ProcedureDefinition, templates: ReadonlySet<string>): Fault[] {
  return results
    .filter((result) => result.template !== undefined && !templates.has(result.template))
    .map(({ key, template }) =>
      fault(
        'procedures.template-unknown',
        `results.${key}`,
        `Không có mẫu kết quả “${template}”.`,
        `There is no result template "${template}".`,
      ),
    );
}

/** What of an organisation a definition may name. */
export interface NamedPlaces {
  readonly units: readonly { readonly key: string; readonly section?: string | null }[];
  readonly roles: readonly { readonly key: string }[];
}

/** Units and roles that a definition names exist. */
export function checkPlaces(definition: ProcedureDefinition, { units, roles }: NamedPlaces): Fault[] {
  const process = processOf(definition);
  const named = [...definition.levels.map((level) => level.authority), ...process.steps.map((step) => step.unit)];
  const sections = new Set(units.map((unit) => unit.section));
  const isUnknown = (name: string): boolean =>
    (name.startsWith('unit:') && !units.some((unit) => unit.key === name.slice(5))) ||
    (name.startsWith('section:') && !sections.has(name.slice(8)));
  const unknownUnits = named.filter(isUnknown);
  const unknownRoles = process.steps.map((step) => step.role).filter((key) => !roles.some((role) => role.key === key));
  return [
    ...[...new Set([...unknownUnits, ...unknownRoles])].map((name) =>
      fault(
        'procedures.place-not-in-organisation',
        name,
        `Tổ chức không có “${name}”.`,
        `The organisation has no "${name}".`,
      ),
    ),
    ...checkLinkedUnits(definition, (name) => !isUnknown(name)),
  ];
}

/** Versions of one procedure follow each other without overlap, and a code means one procedure. */
function checkVersions(procedures: readonly PackProcedure[]): Fault[] {
  const faults: Fault[] = [];
  const byCode = Map.groupBy(procedures, (one) => one.definition.code);
  for (const [code, versions] of byCode) {
    const spans = versions
      .map((one) => one.definition.valid)
      .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
    if (spans.some((span, index) => index > 0 && (spans[index - 1]?.to ?? '9999') >= (span.from ?? ''))) {
      faults.push(
        fault(
          'procedures.versions-overlap',
          code,
          'Hai phiên bản chồng nhau về thời gian.',
          'Two versions overlap in time.',
        ),
      );
    }
  }
  const claims = [...byCode].flatMap(([code, versions]) => [
    code,
    ...new Set(versions.flatMap((one) => (one.definition.aliases ?? []).map((alias) => alias.code))),
  ]);
  for (const code of repeated(claims)) {
    faults.push(
      fault(
        'procedures.code-shared',
        code,
        `Mã “${code}” chỉ hai thủ tục.`,
        `The code "${code}" means two procedures.`,
      ),
    );
  }
  return faults;
}

const codesOf = (procedures: readonly PackProcedure[]): ReadonlySet<string> =>
  new Set(procedures.map((one) => one.definition.code));

const knownCodes = (procedures: readonly PackProcedure[]): ReadonlySet<string> =>
  new Set(procedures.flatMap(({ definition: { code, aliases = [] } }) => [code, ...aliases.map((one) => one.code)]));
