/** The scenarios of a province pack: one file each, checked for shape, condition, message and examples. */
import { shapeOf } from '../../platform/pack/check-shape.ts';
import { type Fault, fault, faultsIn, repeated } from '../../platform/pack/fault.ts';
import { readPackFolder, readPackYaml } from '../../platform/pack/read-yaml.ts';
import { compileScenario } from './compile-scenario.ts';
import { type Scenario, ScenarioSchema } from './scenario.ts';
import type { Subjects, Supervisable } from './scenario-subject.ts';

const shape = shapeOf(ScenarioSchema);

/** Throws with every fault: the pack ships with the program, so this is ours to mend. */
export function readPackScenarios(
  packFolder: string,
  parts: { readonly supervisable: Supervisable; readonly subjects: Subjects },
): Scenario[] {
  const faults: Fault[] = [];
  const scenarios = readPackFolder(packFolder, 'supervision').flatMap(({ name, text }) => {
    const yaml = readPackYaml(text);
    const shaped = yaml.faults ? yaml : shape(yaml.value);
    if (!shaped.value) {
      faults.push(...faultsIn(name, shaped.faults ?? []));
      return [];
    }
    faults.push(...faultsIn(name, compileScenario(shaped.value, 0, parts).faults ?? []));
    return [shaped.value];
  });
  const twice = repeated(scenarios.map(({ code }) => code));
  faults.push(
    ...twice.map((code) =>
      fault('supervision.scenario-twice', code, `Kịch bản ${code} có hai lần.`, `${code} is there twice.`),
    ),
  );
  if (faults.length > 0)
    throw new Error(`the scenarios of the province pack are not usable: ${JSON.stringify(faults)}`);
  return scenarios;
}
