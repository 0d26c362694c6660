#!/usr/bin/env node
/** The operator's command, `npx vamco …`: installs and builds what is missing, then runs the command on the Node 24 of the install. */
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled, refuse, root } from './install.mjs';
import { runToTheEnd } from './run.mjs';

const node = ensureInstalled();
if (!ensureBuilt(node))
  refuse('Không dựng được chương trình; xem lỗi ở trên.', 'The program could not be built; see the errors above.');
process.exitCode = await runToTheEnd(node, [
  '--enable-source-maps',
  join(root, 'dist', 'cli.js'),
  ...process.argv.slice(2),
]);
