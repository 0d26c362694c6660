/** An operator's command: declared options, one function, an exit code that is 0 only when all is well. */
import type { ParseArgsConfig } from 'node:util';
import type { Json } from '../platform/db/json.ts';

export interface CommandAnswer {
  readonly exitCode: number;
  /** For people, Vietnamese first. */
  readonly text: string;
  /** For programs, with --json. */
  readonly json: Json;
}

export interface CommandCall {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
}

export interface OperatorCommand {
  readonly name: string;
  /** `due-date --received TIME --term TERM`. */
  readonly usage: string;
  readonly about: { readonly vi: string; readonly en: string };
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** How many positionals it takes. */
  readonly positionals: number;
  readonly run: (call: CommandCall) => Promise<CommandAnswer>;
}
