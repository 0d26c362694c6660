/** The plan of a province pack: two files, checked for shape and that each measure has what its kind needs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shapeOf } from '../../platform/pack/check-shape.ts';
import { type Fault, fault, faultsIn, repeated } from '../../platform/pack/fault.ts';
import { readPackYaml } from '../../platform/pack/read-yaml.ts';
import { type PlanDefinition, PlanSchema, TargetsSchema } from './definition.ts';

const planShape = shapeOf(PlanSchema);
const targetsShape = shapeOf(TargetsSchema);

/** Throws with every fault: the pack ships with the program, so this is ours to mend. */
export function readPlanPack(packFolder: string): PlanDefinition {
  const text = (file: string) => readFileSync(join(packFolder, 'plan', file), 'utf8');
  const { definition, faults } = readPlan(text);
  if (!definition) throw new Error(`the plan of the province pack is not usable: ${JSON.stringify(faults)}`);
  return definition;
}

export type ReadPlan =
  | { readonly definition: PlanDefinition; readonly faults?: undefined }
  | { readonly definition?: undefined; readonly faults: readonly Fault[] };

export function readPlan(textOf: (file: string) => string): ReadPlan {
  const plan = read('plan.yaml', textOf, planShape);
  const targets = read('targets.yaml', textOf, targetsShape);
  if (!plan.value || !targets.value) return { faults: [...(plan.faults ?? []), ...(targets.faults ?? [])] };
  const definition = { ...plan.value, ...targets.value };
  const faults = faultsIn('targets.yaml', targetFaults(definition));
  return faults.length > 0 ? { faults } : { definition };
}

function read<T>(
  name: string,
  textOf: (file: string) => string,
  shape: (value: unknown) => { readonly value?: T; readonly faults?: Fault[] | undefined },
): { readonly value?: T; readonly faults?: Fault[] } {
  const yaml = readPackYaml(textOf(name));
  if (yaml.faults) return { faults: faultsIn(name, yaml.faults) };
  const shaped = shape(yaml.value);
  return shaped.value === undefined ? { faults: faultsIn(name, shaped.faults ?? []) } : { value: shaped.value };
}

function targetFaults({ groups, targets }: PlanDefinition): Fault[] {
  const known = groups.map(({ key }) => key);
  return [
    ...repeated(targets.map(({ id }) => id)).map((id) =>
      fault('plan.target-twice', id, 'Chỉ tiêu có hai lần.', 'The target is there twice.'),
    ),
    ...targets
      .filter(({ group }) => !known.includes(group))
      .map(({ id }) => fault('plan.no-such-group', id, 'Không có nhóm này.', 'There is no such group.')),
    ...targets.flatMap(({ id, measures }) =>
      measures
        .filter(
          ({ kind, numerator, denominator, unit }) =>
            (kind === 'percent') !== (numerator !== undefined && denominator !== undefined) ||
            (kind !== 'percent' && kind !== 'yes-no' && unit === undefined),
        )
        .map(({ key }) =>
          fault(
            'plan.measure-incomplete',
            `${id} ${key}`,
            'Tỷ lệ cần tử số và mẫu số; số đếm, điểm, hạng cần đơn vị tính.',
            'A percentage needs numerator and denominator; a count, score or rank needs its unit.',
          ),
        ),
    ),
  ];
}
