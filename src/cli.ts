/** `npx vamco …`: the operator's command. Works beside a running server and without one. */
import { commands } from './commands/commands.ts';
import { runCommand } from './commands/run-command.ts';

process.exitCode = await runCommand(commands, process.argv.slice(2));
