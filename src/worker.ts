/** A worker process beside web processes on a PostgreSQL of the operator's: subscribers, timers, checkpoints, no server. */
import { startWorker } from './app.ts';
import { readConfig } from './platform/config/config.ts';
import { explainStartError } from './platform/system/start-error.ts';
import { stopWhenTold } from './stop-when-told.ts';

try {
  const starting = startWorker(readConfig());
  stopWhenTold(starting);
  await starting;
  console.log('Vàm Cỏ worker');
} catch (error) {
  console.error(explainStartError(error));
  process.exit(1);
}
