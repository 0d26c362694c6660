/** Routes of web push: the browsers in which a person is told, and the service worker that tells them there. */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fromRoot } from '../config/project-root.ts';
import { isId } from '../db/ids.ts';
import {
  type Answer,
  type Exchange,
  fieldOf,
  get,
  notFound,
  outcomePage,
  page,
  post,
  type Route,
  seeOther,
} from '../http/route.ts';
import { actorOf, type SignedIn } from '../identity/signed-in.ts';
import { browserName } from '../identity/pages/sessions-page.tsx';
import { DEVICES, DevicesPage, WORKER } from './pages/devices-page.tsx';
import { endSubscription, listSubscriptions, subscribe } from './push-subscriptions.ts';

type Own = Exchange & { readonly signedIn: SignedIn };

/** The server lets only the signed in through; this says so to the compiler. */
const own =
  (handle: (exchange: Own) => Promise<Answer>) =>
  async (exchange: Exchange): Promise<Answer> =>
    exchange.signedIn ? handle(exchange as Own) : notFound;

export const pushRoutes: readonly Route[] = [
  get(DEVICES, 'signed-in', own(showDevices)),
  post(DEVICES, 'signed-in', own(add), { perMinute: 30 }),
  post(`${DEVICES}/:id/bo`, 'signed-in', own(remove)),
  get(WORKER, 'public', serveWorker),
];

async function showDevices({ db, signedIn, platform, locale, query }: Own): Promise<Answer> {
  const subscriptions = await listSubscriptions(db, signedIn.accountId);
  return page(
    <DevicesPage
      officer={signedIn.kind === 'officer'}
      devices={subscriptions.map(({ id, user_agent, created_at }) => ({
        id,
        name: browserName(user_agent, locale),
        since: created_at,
      }))}
      publicKey={platform.push?.publicKey}
      added={fieldOf(query, 'da-bat') === '1'}
    />,
  );
}

async function add({ db, signedIn, form, headers, clock, platform }: Own): Promise<Answer> {
  if (!platform.push) return notFound;
  const outcome = await subscribe(db, actorOf(signedIn), {
    accountId: signedIn.accountId,
    endpoint: fieldOf(form, 'endpoint'),
    p256dh: fieldOf(form, 'p256dh'),
    auth: fieldOf(form, 'auth'),
    userAgent: headers['user-agent'] ?? '',
    at: clock(),
    local: platform.mode !== 'production',
  });
  return outcome.kind === 'subscribed' ? seeOther(`${DEVICES}?da-bat=1`) : outcomePage(outcome, DEVICES);
}

async function remove({ db, signedIn, params, clock }: Own): Promise<Answer> {
  const id = params.id ?? '';
  if (!isId(id)) return notFound;
  const { accountId } = signedIn;
  await endSubscription(db, actorOf(signedIn), { id, accountId, why: 'person', at: clock() });
  return seeOther(DEVICES);
}

/** Under one address for ever: the browser looks there for a newer one. It may load nothing. */
function serveWorker({ platform }: Exchange): Answer {
  const built = fromRoot(`dist/assets/${basename(platform.assets['push-worker.js'] ?? 'none')}`);
  if (!existsSync(built)) return notFound;
  return {
    kind: 'text',
    text: readFileSync(built, 'utf8'),
    type: 'text/javascript; charset=utf-8',
    status: 200,
    headers: { 'cache-control': 'no-cache', 'content-security-policy': "default-src 'none'" },
  };
}
