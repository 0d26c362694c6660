/** A bank, simulated: it takes payment requests, lets people pay them and tells the merchant, well or badly. See README.md. */
import { preparePages } from '../page.ts';
import { startProgram } from '../program.ts';
import { readSettings } from '../settings.ts';
import { addApi } from './api.ts';
import { addBankApp } from './app.ts';
import { newCourier } from './courier.ts';
import { openLedger } from './ledger.ts';
import { newTill } from './payments.ts';

const settings = readSettings('bank', ['API_KEY', 'CALLBACK_SECRET'], {
  RETRY_DELAYS_MS: '1000,5000,15000,60000,300000',
  STATE_FILE: '',
});

await startProgram('bank', 4002, async ({ app, url }) => {
  const ledger = openLedger(settings.STATE_FILE);
  const courier = newCourier(ledger, {
    secret: settings.CALLBACK_SECRET,
    delays: settings.RETRY_DELAYS_MS.split(',').map(Number),
  });
  const bank = { ledger, till: newTill(ledger, courier), url };

  preparePages(app, []);
  addBankApp(app, bank);
  await app.register(async (api) => addApi(api, bank, settings.API_KEY));
  // what was owed when the program last ended is still owed
  for (const delivery of ledger.deliveries) if (delivery.state === 'owed') void courier.bring(delivery);
});
