/** `npm start`: the whole product in one process. */
import { startApp } from './app.ts';
import { readConfig } from './platform/config/config.ts';
import { explainStartError } from './platform/system/start-error.ts';

try {
  const app = await startApp(readConfig());
  console.log(app.welcome);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      // A second signal ends it at once; nothing acknowledged is lost, the database recovers.
      process.once(signal, () => process.exit(1));
      void app.stop().then(() => process.exit(0));
    });
  }
} catch (error) {
  console.error(explainStartError(error));
  process.exit(1);
}
