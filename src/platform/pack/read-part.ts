/** A part of the province pack that is one YAML file of one shape and ships with the program: usable, or the start stops. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Shaped } from './check-shape.ts';
import { readPackYaml } from './read-yaml.ts';

/** `name`: its path inside the pack. Throws with every fault when it is not usable. */
export function readPackPart<T>(packFolder: string, name: string, readShape: (value: unknown) => Shaped<T>): T {
  const read = readPackYaml(readFileSync(join(packFolder, name), 'utf8'));
  const shaped = read.faults ? read : readShape(read.value);
  if (shaped.faults) throw new Error(`${name} of the province pack is not usable: ${JSON.stringify(shaped.faults)}`);
  return shaped.value;
}
