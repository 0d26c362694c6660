/**
 * What `npm start`, `npm test` and the other npm scripts call. It runs on the machine's own Node (20 or newer) without any package,
 * installs and builds what is missing, and goes on with the Node 24 of the install. npm's own `pre…` scripts would not do:
 * `ignore-scripts` skips them.
 */
import { existsSync, watch } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled, refuse, root, say } from './install.mjs';
import { NODE_FLAGS } from './node-flags.mjs';
import { runToTheEnd, startProgram } from './run.mjs';

const commands = {
  start,
  dev,
  test,
  endure: () => runBuilt('test/endure/run.ts'),
  bench: () => runBuilt('bench/run.ts'),
};
const [name, ...args] = process.argv.slice(2);
const command = commands[name];
if (command === undefined) refuse(`Không có lệnh "${name ?? ''}".`, `Commands: ${Object.keys(commands).join(', ')}.`);

const node = ensureInstalled({ development: name !== 'start' });
process.env.PATH = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`;
process.exit(await command()); // what still watches or waits goes with it

async function start() {
  buildOrRefuse();
  return startServer().ended;
}

function startServer() {
  return startProgram(node, [...NODE_FLAGS, join(root, 'dist', 'main.js'), ...args], { boundToUs: true });
}

async function test() {
  const { runStages } = await import('./test-stages.mjs');
  return runStages(node, args);
}

function runBuilt(file) {
  if (!existsSync(join(root, file))) refuse(`Chưa có ${file}.`, `There is no ${file}.`);
  buildOrRefuse();
  return runToTheEnd(node, ['--enable-source-maps', join(root, file), ...args], { cwd: root });
}

function buildOrRefuse() {
  if (!ensureBuilt(node))
    refuse('Không dựng được chương trình; xem lỗi ở trên.', 'The program could not be built; see the errors above.');
}

/** Rebuilds and restarts when a file under src/ or provinces/ changes; a build that fails leaves the running program alone. */
async function dev() {
  const told = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve('told to stop'));
  });
  let program;
  let next;
  do {
    const changed = nextChange();
    if (ensureBuilt(node)) {
      if (program) say('Có thay đổi, đang chạy lại…', 'Changed, restarting…');
      program?.child.kill('SIGTERM');
      await program?.ended;
      program = startServer();
    }
    next = await Promise.race([changed, told]);
  } while (next !== 'told to stop');
  return program ? program.ended : 0;
}

/** Resolves a moment after the next change, so that a save of many files counts once. */
function nextChange() {
  return new Promise((resolve) => {
    const watchers = ['src', 'provinces'].filter((folder) => existsSync(join(root, folder))).map(watchFolder);
    function watchFolder(folder) {
      return watch(join(root, folder), { recursive: true }, (event, file) => {
        if (file?.endsWith('.test.ts') || file?.endsWith('.test.tsx')) return;
        for (const watcher of watchers) watcher.close();
        setTimeout(resolve, 150);
      });
    }
  });
}
