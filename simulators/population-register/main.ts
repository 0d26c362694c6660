/** The register of the population, simulated: it knows the people of the demo, gives numbers to newborn children, moves people. See README.md. */
import { preparePages } from '../page.ts';
import { startProgram } from '../program.ts';
import { readSettings } from '../settings.ts';
import { addApi } from './api.ts';
import { RegisterPage } from './pages.ts';
import { openRegister } from './register.ts';

const settings = readSettings('population-register', ['API_KEY'], { QUEUE_MS: '2000' });

await startProgram('population-register', 4004, async ({ app }) => {
  const register = openRegister();
  preparePages(app, []);
  app.get('/', (_request, reply) => reply.type('text/html').send(RegisterPage(register)));
  app.post<{ Body: { open?: unknown } | undefined }>('/duong-truyen', (request, reply) => {
    register.isOpen = request.body?.open !== 'no';
    return reply.redirect('/', 303);
  });
  await app.register(async (api) =>
    addApi(api, register, { apiKey: settings.API_KEY, queueMs: Number(settings.QUEUE_MS) }),
  );
});
