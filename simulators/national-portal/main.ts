/** The national public-service portal, simulated: it takes dossiers and their progress from a province, and can be made to fail in every way a line does. See README.md. */
import { preparePages } from '../page.ts';
import { startProgram } from '../program.ts';
import { readSettings } from '../settings.ts';
import { addApi } from './api.ts';
import { PortalPage } from './pages.ts';
import { expireSessions, openPortal } from './portal.ts';

const settings = readSettings('national-portal', ['ACCOUNT', 'SECRET'], {
  SESSION_SECONDS: '300',
  DELAY_MS: '0',
  STATE_FILE: '',
});

/** A whole number as a form sends it; what it was before when the field is absent or something else. */
const numberOr = (given: unknown, before: number): number =>
  typeof given === 'string' && /^\d{1,5}$/.test(given) ? Number(given) : before;

await startProgram('national-portal', 4005, async ({ app }) => {
  const portal = openPortal({
    account: settings.ACCOUNT,
    secret: settings.SECRET,
    sessionMs: 1000 * Number(settings.SESSION_SECONDS),
    delayMs: Number(settings.DELAY_MS),
    stateFile: settings.STATE_FILE,
  });
  preparePages(app, []);
  app.get('/', (_request, reply) => reply.type('text/html').send(PortalPage(portal)));
  app.post<{ Body: Readonly<Record<string, unknown>> | undefined }>('/tinh-huong', ({ body = {} }, reply) => {
    const { weather } = portal;
    if (body.open !== undefined) weather.isOpen = body.open !== 'no';
    if (body.expire !== undefined) expireSessions(portal);
    weather.delayMs = numberOr(body.delay, weather.delayMs);
    weather.failing = numberOr(body.failing, weather.failing);
    weather.losing = numberOr(body.losing, weather.losing);
    if (typeof body.refused === 'string') weather.refused = body.refused.trim().slice(0, 60);
    return reply.redirect('/', 303);
  });
  await app.register(async (api) => addApi(api, portal));
});
