/** The statistics of a province pack: four files, checked for shape and that each number they name is defined. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shapeOf } from '../../platform/pack/check-shape.ts';
import { type Fault, fault, faultsIn, repeated } from '../../platform/pack/fault.ts';
import { readPackYaml } from '../../platform/pack/read-yaml.ts';
import { Circular01Schema, CountsSchema, Decision766Schema, type Definitions, PeriodsSchema } from './definitions.ts';

const FILES = {
  periods: { name: 'periods.yaml', shape: shapeOf(PeriodsSchema) },
  counts: { name: 'counts.yaml', shape: shapeOf(CountsSchema) },
  circular01: { name: 'circular-01.yaml', shape: shapeOf(Circular01Schema) },
  decision766: { name: 'decision-766.yaml', shape: shapeOf(Decision766Schema) },
} as const;

type FileKey = keyof typeof FILES;

/** Throws with every fault: the pack ships with the program, so this is ours to mend. */
export function readStatisticsPack(packFolder: string): Definitions {
  const text = (file: string) => readFileSync(join(packFolder, 'statistics', file), 'utf8');
  const { definitions, faults } = readDefinitions(text);
  if (!definitions) throw new Error(`the statistics of the province pack are not usable: ${JSON.stringify(faults)}`);
  return definitions;
}

export type ReadDefinitions =
  | { readonly definitions: Definitions; readonly faults?: undefined }
  | { readonly definitions?: undefined; readonly faults: readonly Fault[] };

export function readDefinitions(textOf: (file: string) => string): ReadDefinitions {
  const read = Object.entries(FILES).map(([key, { name, shape }]) => {
    const yaml = readPackYaml(textOf(name));
    const shaped = yaml.faults ? yaml : shape(yaml.value);
    return { key: key as FileKey, value: shaped.value, faults: faultsIn(name, shaped.faults ?? []) };
  });
  const faults = read.flatMap((one) => one.faults);
  if (faults.length > 0) return { faults };
  const definitions = Object.fromEntries(read.map(({ key, value }) => [key, value])) as unknown as Definitions;
  const wrong = [...nameFaults(definitions), ...choiceFaults(definitions), ...staffFaults(definitions)];
  return wrong.length > 0 ? { faults: wrong } : { definitions };
}

/** Every number that is named is defined once. */
function nameFaults(definitions: Definitions): Fault[] {
  const known = definitions.counts.counts.map(({ key }) => key);
  const named = new Set(namedIn(definitions));
  return [
    ...repeated(known).map((key) =>
      fault('statistics.count-twice', key, `Số "${key}" có hai lần.`, `"${key}" is there twice.`),
    ),
    ...[...named]
      .filter((key) => !known.includes(key))
      .map((key) => fault('statistics.no-such-count', key, `Không có số "${key}".`, `There is no count "${key}".`)),
  ];
}

function namedIn({ counts, circular01, decision766 }: Definitions): string[] {
  return [
    ...counts.table,
    ...counts.headline.flatMap(({ part, whole }) => [part, whole]),
    ...circular01.indices.flatMap(({ points, online }) => [
      ...(points ? [...points.two, ...points.one, ...points.zero] : []),
      ...(online ? [...online.procedures, ...online.dossiers, online.late] : []),
    ]),
    ...decision766.groups.flatMap(({ components }) =>
      components.flatMap(({ part, whole }) => [...(part ?? []), ...(whole ?? [])]),
    ),
  ];
}

/** An index or a component has one way to a figure, or the reason why it has none. */
function choiceFaults({ circular01, decision766, counts }: Definitions): Fault[] {
  const undecided = [
    ...circular01.indices
      .filter(({ points, online, missing }) => [points, online, missing].filter(Boolean).length !== 1)
      .map(({ number }) => `circular-01 ${number}`),
    ...decision766.groups
      .flatMap(({ components }) => components)
      .filter(({ part, whole, empty, missing }) => (missing ? part || whole || empty : !part || !whole || !empty))
      .map(({ key }) => `decision-766 ${key}`),
    ...counts.counts
      .filter(
        ({ of = 'dossiers', when, which }) =>
          (of === 'dossiers') !== (when !== undefined) || (of === 'procedures') !== (which !== undefined),
      )
      .map(({ key }) => `counts ${key}`),
  ];
  return undecided.map((at) =>
    fault('statistics.undecided', at, 'Phải có đúng một cách tính.', 'There must be exactly one way to its figure.'),
  );
}

/** An officer's figures are of parts, and of dossiers that ended. */
function staffFaults({ circular01, counts }: Definitions): Fault[] {
  const named = circular01.indices
    .filter(({ staff }) => staff)
    .flatMap(({ points, online }) =>
      [points?.two, points?.one, points?.zero, online?.dossiers].flatMap((keys) => keys ?? []),
    );
  return counts.counts
    .filter(({ key, of, when }) => named.includes(key) && of !== 'parts' && when !== 'finished')
    .map(({ key }) =>
      fault(
        'statistics.not-of-staff',
        key,
        'Chỉ số của cán bộ chỉ tính phần việc và hồ sơ đã kết thúc.',
        'An index of officers counts parts, and dossiers that ended.',
      ),
    );
}
