/** The organisation of a province, read from its pack: areas, units, roles, positions and invented officers, or everything that is wrong with the files. */
import type { TSchema, Static } from 'typebox';
import { shapeOf } from '../pack/check-shape.ts';
import { type Fault, fault, faultsIn } from '../pack/fault.ts';
import { type PackFile, readPackFolder, readPackYaml } from '../pack/read-yaml.ts';
import { readAreas } from './areas.ts';
import {
  OfficerNamesSchema,
  type Organisation,
  RolesSchema,
  type Succession,
  SuccessionsSchema,
  type Successions,
  UnitRulesSchema,
} from './definition.ts';
import { inventOfficers } from './invented-officers.ts';
import { successionsOf } from './successions.ts';
import { makeUnits } from './units.ts';

export type ReadOrganisation =
  | { readonly organisation: Organisation; readonly faults?: undefined }
  | { readonly organisation?: undefined; readonly faults: Fault[] };

/** `pack` is the folder of a province (`provinces/tay-ninh`). Same files, same answer, to the last name. */
export function readOrganisation(pack: string): ReadOrganisation {
  const files = readPackFolder(pack, 'organisation', ['.yaml', '.csv']);
  const roles = yaml(files, 'roles.yaml', RolesSchema);
  const successions = yaml(files, 'successions.yaml', SuccessionsSchema);
  const rules = yaml(files, 'unit-rules.yaml', UnitRulesSchema);
  const names = yaml(files, 'officer-names.yaml', OfficerNamesSchema);
  if (!roles.value || !successions.value || !rules.value || !names.value) {
    return { faults: [roles, successions, rules, names].flatMap((one) => one.faults ?? []) };
  }
  const { areas, faults: areaFaults } = readAreas(textOf(files, 'areas.csv'), successions.value.areas);
  if (areaFaults.length > 0) return { faults: faultsIn('areas.csv', areaFaults) };
  const made = makeUnits({
    provincialCsv: textOf(files, 'provincial-units.csv'),
    rules: rules.value,
    areas,
    successorOf: successionsOf(successions.value.units),
  });
  const organisation: Organisation = {
    roles: roles.value.roles,
    areas,
    units: made.units,
    positions: made.positions,
    officers: inventOfficers(made.positions, names.value),
  };
  const faults = [...made.faults, ...checkReferences(organisation, successions.value)];
  return faults.length > 0 ? { faults } : { organisation };
}

type Yaml<T extends TSchema> = { value?: Static<T>; faults?: Fault[] };

function yaml<T extends TSchema>(files: readonly PackFile[], name: string, schema: T): Yaml<T> {
  const read = readPackYaml(textOf(files, name));
  if (read.faults) return { faults: faultsIn(name, read.faults) };
  const shaped = shapeOf(schema)(read.value);
  return shaped.faults ? { faults: faultsIn(name, shaped.faults) } : { value: shaped.value };
}

function textOf(files: readonly PackFile[], name: string): string {
  return files.find((file) => file.name === `organisation/${name}`)?.text ?? '';
}

function checkReferences({ roles, areas, units, positions }: Organisation, successions: Successions): Fault[] {
  const roleKeys = new Set(roles.map((role) => role.key));
  const faults = [...new Set(positions.map((position) => position.role))]
    .filter((role) => !roleKeys.has(role))
    .map((role) =>
      fault('organisation.role-unknown', role, `Không có vai trò “${role}”.`, `There is no role "${role}".`),
    );
  const successors: [string, Succession | undefined][] = [...areas, ...units].map((one) => [one.key, one.successor]);
  const keys = new Set([...areas, ...units].map((one) => one.key));
  for (const [key, succession] of successors) {
    const to = succession && 'to' in succession ? [succession.to].flat() : [];
    for (const name of to.filter((one) => !keys.has(one))) {
      faults.push(
        fault(
          'organisation.successor-unknown',
          key,
          `Không có nơi kế thừa “${name}”.`,
          `There is no successor "${name}".`,
        ),
      );
    }
  }
  const ended = new Set([
    ...areas.filter((area) => area.to).map((area) => area.key),
    ...units.filter((unit) => unit.to).map((unit) => unit.key),
  ]);
  for (const name of [...successions.areas, ...successions.units].flatMap((row) => row.from)) {
    if (!ended.has(name)) {
      faults.push(
        fault(
          'organisation.not-ended',
          name,
          `“${name}” chưa hết hiệu lực nên chưa có nơi kế thừa.`,
          `"${name}" has not ended, so nobody succeeds it.`,
        ),
      );
    }
  }
  return faults;
}
