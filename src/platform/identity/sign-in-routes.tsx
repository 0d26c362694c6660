/** Routes of signing in and out. */
import type { Refusal } from '../cases/decision.ts';
import {
  type Answer,
  type Exchange,
  fieldOf,
  get,
  page,
  post,
  type Route,
  seeOther,
  type SetCookie,
} from '../http/route.ts';
import { problemOf } from '../http/problem.ts';
import type { Platform } from '../system/platform.ts';
import { DEVICE_COOKIE, DEVICE_COOKIE_SECONDS } from './known-device.ts';
import { HOME_PATH } from './home.ts';
import { SignInPage } from './pages/sign-in-page.tsx';
import { SignedOutPage } from './pages/signed-out-page.tsx';
import { endSessions, findIdToken, hostCookie, SESSION_COOKIE, SESSION_SECONDS } from './session.ts';
import { signInWithPassword } from './sign-in.ts';
import { actorOf } from './signed-in.ts';
import {
  beginVneidSignIn,
  connectVneid,
  finishVneidSignIn,
  refusalOf,
  VNEID_COOKIE,
  VNEID_COOKIE_SECONDS,
  type VneidConnections,
  type VneidSettings,
} from './vneid.ts';
import { signInWithVneid } from './vneid-account.ts';
import { SIGNED_OUT_PATH, vneidSignOutUrl } from './vneid-sign-out.ts';

/** To be registered at the provider, after our public address. */
export const VNEID_RETURN_PATH = '/dang-nhap/vneid/tra-loi';

const isSecure = ({ config }: Platform): boolean => config.publicUrl?.startsWith('https:') ?? false;
const cookieOf = (platform: Platform, name: string): string => hostCookie(name, isSecure(platform));
export const sessionCookieOf = (platform: Platform): string => cookieOf(platform, SESSION_COOKIE);

export function signInRoutes(): readonly Route[] {
  const connect = connectVneid();
  return [
    get('/dang-nhap', 'public', (exchange) => {
      const returnTo = pathOfOurs(fieldOf(exchange.query, 'tiep'));
      return exchange.signedIn ? seeOther(returnTo ?? HOME_PATH) : signInPage(exchange, { returnTo });
    }),
    post('/dang-nhap', 'public', signInByPassword, { perMinute: 60 }),
    get(
      '/dang-nhap/vneid',
      'public',
      async (exchange) => {
        const { platform, clock } = exchange;
        const settings = vneidSettings(platform);
        const returnTo = pathOfOurs(fieldOf(exchange.query, 'tiep'));
        if (!settings) return signInPage(exchange, { returnTo });
        try {
          const begun = await beginVneidSignIn(await connect(settings), platform.secret, {
            redirectUri: new URL(VNEID_RETURN_PATH, originOf(exchange)).href,
            returnTo: returnTo ?? '',
            level: fieldOf(exchange.query, 'muc') === '2' ? 2 : 1,
            at: clock(),
          });
          const name = cookieOf(platform, VNEID_COOKIE);
          const cookie = { name, value: begun.cookie, maxAgeSeconds: VNEID_COOKIE_SECONDS };
          return { kind: 'redirect', to: begun.url, status: 303, cookies: [cookie] };
        } catch (error) {
          return signInPage(exchange, { returnTo, refusal: refusalOf(error) });
        }
      },
      { perMinute: 60 },
    ),
    get(
      VNEID_RETURN_PATH,
      'public',
      async (exchange) => {
        const settings = vneidSettings(exchange.platform);
        if (!settings) return { kind: 'not-found' };
        const answer = await finishByVneid(exchange, () => connect(settings));
        return {
          ...answer,
          cookies: [...(answer.cookies ?? []), { name: cookieOf(exchange.platform, VNEID_COOKIE), value: null }],
        };
      },
      { perMinute: 60 },
    ),
    post(SIGNED_OUT_PATH, 'public', (exchange) => signOut(exchange, connect)),
    get(SIGNED_OUT_PATH, 'public', ({ signedIn, query }) =>
      signedIn ? seeOther(HOME_PATH) : page(<SignedOutPage isVneidLeft={fieldOf(query, 'vneid') === 'con'} />),
    ),
  ];
}

async function signInByPassword(exchange: Exchange): Promise<Answer> {
  const { platform, form, clock } = exchange;
  const login = fieldOf(form, 'login').slice(0, 200);
  const returnTo = pathOfOurs(fieldOf(form, 'tiep'));
  const outcome = await signInWithPassword(
    exchange.db,
    {
      ...browserOf(exchange),
      login,
      password: fieldOf(form, 'password'),
      deviceCookie: exchange.cookie(cookieOf(platform, DEVICE_COOKIE)),
    },
    { clock, secret: platform.secret },
  );
  if (outcome.kind === 'refusal') return signInPage(exchange, { returnTo, login, refusal: outcome });
  return seeOther(returnTo ?? HOME_PATH, [
    sessionCookie(platform, outcome.token),
    { name: cookieOf(platform, DEVICE_COOKIE), value: outcome.deviceCookie, maxAgeSeconds: DEVICE_COOKIE_SECONDS },
  ]);
}

async function finishByVneid(
  exchange: Exchange,
  connect: () => ReturnType<ReturnType<typeof connectVneid>>,
): Promise<Answer> {
  const { platform, clock, db } = exchange;
  let known: Awaited<ReturnType<typeof finishVneidSignIn>>;
  try {
    known = await finishVneidSignIn(await connect(), platform.secret, {
      cookie: exchange.cookie(cookieOf(platform, VNEID_COOKIE)),
      url: new URL(exchange.path, originOf(exchange)),
      at: clock(),
    });
  } catch (error) {
    known = refusalOf(error);
  }
  if (known.kind === 'refusal') return signInPage(exchange, { refusal: known });
  const demo = platform.mode !== 'production';
  const { person, idToken } = known;
  const signIn = { ...browserOf(exchange), person, idToken, demo, at: clock() };
  const outcome = await signInWithVneid(db, signIn);
  if (outcome.kind === 'refusal') return signInPage(exchange, { refusal: outcome });
  return seeOther(pathOfOurs(known.returnTo) ?? HOME_PATH, [sessionCookie(platform, outcome.token)]);
}

/** Here first, whatever VNeID says; then there, for who came from there. */
async function signOut(exchange: Exchange, connect: VneidConnections): Promise<Answer> {
  const { db, signedIn, platform, clock } = exchange;
  const gone: SetCookie[] = [{ name: sessionCookieOf(platform), value: null }];
  if (!signedIn) return seeOther('/', gone);
  const { accountId, sessionId } = signedIn;
  const idToken = await findIdToken(db, sessionId);
  await endSessions(db, actorOf(signedIn), { accountId, only: sessionId, why: 'signed-out', at: clock() });
  return seeOther(idToken === undefined ? '/' : await goOnToVneid(exchange, idToken, connect), gone);
}

async function goOnToVneid(exchange: Exchange, idToken: string, connect: VneidConnections): Promise<string> {
  const { platform, clock } = exchange;
  const left = `${SIGNED_OUT_PATH}?vneid=con`;
  const settings = vneidSettings(platform);
  if (!settings) return left;
  try {
    const asked = { idToken, origin: originOf(exchange), secret: platform.secret, at: clock() };
    return (await vneidSignOutUrl(await connect(settings), asked)) ?? left;
  } catch (error) {
    refusalOf(error);
    return left;
  }
}

interface SignInPageState {
  readonly returnTo?: string | undefined;
  readonly login?: string;
  readonly refusal?: Refusal;
}

function signInPage(exchange: Exchange, { returnTo = '', login, refusal }: SignInPageState): Answer {
  const { platform, locale } = exchange;
  const simulated = platform.mode === 'production' ? 'real' : 'simulated';
  const error = refusal && problemOf(refusal, platform.registry, locale).title;
  const vneid = vneidSettings(platform) ? simulated : 'absent';
  const status = refusal === undefined ? 200 : refusal.code === 'identity.too-many-tries' ? 429 : 422;
  return page(<SignInPage vneid={vneid} returnTo={returnTo} login={login} error={error} />, status);
}

/** Undefined where nothing is configured, and where a production database would trust a provider that is not behind TLS. */
export function vneidSettings({ config, mode }: Platform): VneidSettings | undefined {
  const { oidcIssuer: issuer, oidcClientId: clientId, oidcClientSecret: clientSecret } = config;
  if (!issuer || !clientId || !clientSecret) return undefined;
  if (mode === 'production' && !issuer.startsWith('https:')) return undefined;
  return { issuer, clientId, clientSecret };
}

/** Only paths of ours: what comes in a link must not send people elsewhere. Undefined for anything else, and for the sign-in pages themselves. */
export function pathOfOurs(path: string): string | undefined {
  if (!/^\/(?![/\\])[^\\\p{Cc}]{0,500}$/u.test(path)) return undefined;
  return /^\/dang-(nhap|xuat)\b/.test(path) ? undefined : path;
}

const originOf = ({ platform, headers }: Exchange): string => platform.config.publicUrl ?? `http://${headers.host}`;

const sessionCookie = (platform: Platform, token: string): SetCookie => ({
  name: sessionCookieOf(platform),
  value: token,
  maxAgeSeconds: SESSION_SECONDS,
});

const browserOf = (exchange: Exchange) => ({
  address: exchange.address,
  userAgent: exchange.headers['user-agent'] ?? '',
  previous: exchange.cookie(sessionCookieOf(exchange.platform)),
});
