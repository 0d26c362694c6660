/** YAML files of the province pack: text to plain values, with the line of a mistake. YAML 1.2 core: days and codes in quotes or not stay as written. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { type Fault, fault } from './fault.ts';

export interface PackFile {
  /** Path inside the pack: `procedures/1.001193.yaml`. */
  readonly name: string;
  readonly text: string;
}

export type ReadYaml =
  | { readonly value: unknown; readonly faults?: undefined }
  | { readonly faults: Fault[]; readonly value?: undefined };

const known = new Map<string, ReadYaml>();

/** A file of the pack, parsed once however many systems read it and check theirs against it; its value is not to be changed. A whole pack holds some 4 MB. */
export function readPackYaml(text: string): ReadYaml {
  const read = known.get(text) ?? readYaml(text);
  known.set(text, read);
  return read;
}

/** One document. Aliases are refused: a file of a few lines could unfold into gigabytes. */
export function readYaml(text: string): ReadYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, strict: true });
  const [error] = document.errors;
  if (error) {
    // What follows the first mistake is mostly its echo.
    const line = lines.linePos(error.pos[0]).line;
    return {
      faults: [
        fault('pack.yaml', `dòng ${line}`, 'Không đọc được YAML ở dòng này.', `Not YAML from here: ${error.code}.`),
      ],
    };
  }
  try {
    return { value: document.toJS({ maxAliasCount: 0 }) };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return {
      faults: [fault('pack.yaml', '', 'Không được dùng bí danh (*) trong YAML.', 'YAML aliases (*) are not allowed.')],
    };
  }
}

/** The files of one folder of a pack with one of these endings, in name order; none when the folder is missing. */
export function readPackFolder(pack: string, folder: string, endings: readonly string[] = ['.yaml']): PackFile[] {
  const path = join(pack, folder);
  return listFolder(path)
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .sort()
    .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(join(path, name), 'utf8') }));
}

function listFolder(path: string): string[] {
  try {
    return readdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
