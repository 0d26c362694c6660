/** `npx vamco …`: the operator's command. Works beside a running server and without one. */
import { commands } from './commands/commands.ts';
import { runCommand } from './commands/run-command.ts';

// what a command that was told to stop had under way goes with it
process.exit(await runCommand(commands, process.argv.slice(2)));
