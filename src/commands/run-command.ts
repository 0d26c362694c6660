/** Runs an operator's command: reads its options, prints its answer as text or as one JSON value, and turns failures into a sentence. */
import { parseArgs } from 'node:util';
import { explainStartError } from '../platform/system/start-error.ts';
import type { CommandAnswer, OperatorCommand } from './command.ts';

const USAGE_ERROR = 2;

export async function runCommand(commands: readonly OperatorCommand[], args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  const asJson = args.includes('--json');
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    const asked = name === undefined || name === '--help' || name === 'help';
    if (!asked) return misuse(`Không có lệnh "${name}". There is no command "${name}".`, overview(commands), asJson);
    console.log(overview(commands));
    return name === undefined ? USAGE_ERROR : 0;
  }
  const call = readCall(command, rest);
  if (typeof call === 'string') return misuse(call, helpOf(command), asJson);
  if (call.values.help) {
    console.log(helpOf(command));
    return 0;
  }
  return print(await attempt(command, call), call.values.json === true);
}

/** Who asks for JSON gets JSON, whatever was wrong with the rest. */
function misuse(fault: string, help: string, asJson: boolean): number {
  if (asJson) console.log(JSON.stringify({ error: fault }));
  else console.error(`${fault}\n\n${help}`);
  return USAGE_ERROR;
}

function readCall(command: OperatorCommand, args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { ...command.options, help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' } },
      allowPositionals: true,
      strict: true,
    });
    if (!values.help && positionals.length !== command.positionals) {
      return `Lệnh cần ${command.positionals} tham số. The command takes ${command.positionals} arguments, not ${positionals.length}.`;
    }
    return { values, positionals };
  } catch (error) {
    return (error as Error).message;
  }
}

async function attempt(command: OperatorCommand, call: Parameters<OperatorCommand['run']>[0]): Promise<CommandAnswer> {
  try {
    return await command.run(call);
  } catch (error) {
    const text = explainStartError(error);
    return { exitCode: 1, text, json: { error: text } };
  }
}

function print(answer: CommandAnswer, asJson: boolean): number {
  if (asJson) console.log(JSON.stringify(answer.json));
  else (answer.exitCode === 0 ? console.log : console.error)(answer.text);
  return answer.exitCode;
}

const overview = (commands: readonly OperatorCommand[]): string =>
  [
    'vamco COMMAND [--json] [--help]',
    '',
    ...commands.map((command) => `  ${command.usage}\n      ${command.about.vi}\n      ${command.about.en}`),
  ].join('\n');

const helpOf = (command: OperatorCommand): string =>
  [
    `vamco ${command.usage}`,
    '',
    command.about.vi,
    command.about.en,
    '',
    ...Object.entries(command.options).map(([name, option]) => `  --${name}${option.type === 'string' ? ' …' : ''}`),
    '  --json',
    '  --help',
  ].join('\n');
