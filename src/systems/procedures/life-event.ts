/** Life events (sự kiện trong đời): what happens to people, and the procedures that go with it. */
import { type Static, Type } from 'typebox';
import { LocalTextSchema } from '../../platform/forms/definition.ts';
import { shapeOf } from '../../platform/pack/check-shape.ts';
import { type Fault, fault, faultsIn } from '../../platform/pack/fault.ts';
import { type PackFile, readPackYaml } from '../../platform/pack/read-yaml.ts';

const LifeEventSchema = Type.Object(
  {
    key: Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' }),
    name: LocalTextSchema,
    /** What it is about, in a few short terms. */
    about: LocalTextSchema,
    icon: Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' }),
    procedures: Type.Array(Type.String(), { minItems: 1, maxItems: 50, uniqueItems: true }),
  },
  { additionalProperties: false },
);
export type LifeEvent = Static<typeof LifeEventSchema>;

const readShape = shapeOf(Type.Object({ lifeEvents: Type.Array(LifeEventSchema) }, { additionalProperties: false }));

/** In the order of the files, which is the order of the home page. */
export function readLifeEvents(files: readonly PackFile[], codes: ReadonlySet<string>, faults: Fault[]): LifeEvent[] {
  return files.flatMap((file) => {
    const read = readPackYaml(file.text);
    const shaped = read.faults ? { faults: read.faults } : readShape(read.value);
    if (shaped.faults) {
      faults.push(...faultsIn(file.name, shaped.faults));
      return [];
    }
    const { lifeEvents } = shaped.value;
    for (const event of lifeEvents) faults.push(...faultsIn(file.name, checkCodes(event, codes)));
    return lifeEvents;
  });
}

const checkCodes = (event: LifeEvent, codes: ReadonlySet<string>): Fault[] =>
  event.procedures
    .filter((code) => !codes.has(code))
    .map((code) =>
      fault('procedures.life-event', event.key, `Không có thủ tục “${code}”.`, `There is no procedure "${code}".`),
    );
