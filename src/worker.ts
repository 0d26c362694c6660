/** A worker process beside web processes on a PostgreSQL of the operator's: subscribers, timers, checkpoints, no server. */
import { startWorker } from './app.ts';
import { readConfig } from './platform/config/config.ts';
import { explainStartError } from './platform/system/start-error.ts';

try {
  const worker = await startWorker(readConfig());
  console.log('Vàm Cỏ worker');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void worker.stop().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(explainStartError(error));
  process.exit(1);
}
