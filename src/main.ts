/** `npm start`: the whole product in one process. */
import { startApp } from './app.ts';
import { readConfig } from './platform/config/config.ts';
import { explainStartError } from './platform/system/start-error.ts';
import { stopWhenTold } from './stop-when-told.ts';

try {
  const starting = startApp(readConfig());
  stopWhenTold(starting);
  console.log((await starting).welcome);
} catch (error) {
  console.error(explainStartError(error));
  process.exit(1);
}
