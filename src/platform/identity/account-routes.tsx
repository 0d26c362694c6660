/** Routes of one's own account: sessions, password, the position acted in. */
import { isId } from '../db/ids.ts';
import { type Answer, type Exchange, fieldOf, get, notFound, page, post, type Route, seeOther } from '../http/route.ts';
import { problemOf } from '../http/problem.ts';
import { defineTexts } from '../i18n/texts.ts';
import { timeInTable } from '../text/vietnamese-date.ts';
import type { FieldError } from '../web/components/error-summary/error-summary.tsx';
import { findAccount } from './account.ts';
import { changePassword } from './account-change.ts';
import { choosePosition } from './find-session.ts';
import { ACCOUNT_PATH, HOME_PATH, homeOf, SEAT_PATH, TYPED_PATH } from './home.ts';
import { PasswordPage } from './pages/password-page.tsx';
import { PositionsPage } from './pages/positions-page.tsx';
import { browserName, SessionsPage } from './pages/sessions-page.tsx';
import { SHORTEST_PASSWORD } from './password.ts';
import { endSessions, listSessions } from './session.ts';
import { pathOfOurs } from './sign-in-routes.tsx';
import { actorOf, type SignedIn } from './signed-in.ts';

export function accountRoutes(): readonly Route[] {
  return [
    get(HOME_PATH, 'signed-in', ownOnly(goHome)),
    get(TYPED_PATH, 'signed-in', ownOnly(goHome)),
    get(ACCOUNT_PATH, 'signed-in', ownOnly(showSessions)),
    post(`${ACCOUNT_PATH}/ket-thuc-khac`, 'signed-in', ownOnly(endOthers)),
    post(`${ACCOUNT_PATH}/:id/ket-thuc`, 'signed-in', ownOnly(endOne)),
    get('/tai-khoan/mat-khau', 'signed-in', ownOnly(showPassword)),
    post('/tai-khoan/mat-khau', 'signed-in', ownOnly(savePassword), { perMinute: 10 }),
    get(SEAT_PATH, 'signed-in', ownOnly(showPositions)),
    post(SEAT_PATH, 'signed-in', ownOnly(savePosition)),
  ];
}

type Own = Exchange & { readonly signedIn: SignedIn };

/** The server lets only the signed in through; this says so to the compiler. */
const ownOnly =
  (handle: (exchange: Own) => Promise<Answer>) =>
  async (exchange: Exchange): Promise<Answer> =>
    exchange.signedIn ? handle(exchange as Own) : notFound;

const goHome = async ({ platform, signedIn }: Own): Promise<Answer> => ({
  kind: 'redirect',
  to: homeOf(platform.site, signedIn),
  status: 302,
});

async function showSessions({ db, signedIn, clock, locale }: Own): Promise<Answer> {
  const sessions = await listSessions(db, signedIn.accountId, clock());
  const account = await findAccount(db, signedIn.accountId);
  const lines = sessions.map((session) => ({
    id: session.id,
    current: session.id === signedIn.sessionId,
    browser: browserName(session.user_agent, locale),
    address: session.ip,
    since: timeInTable(session.created_at, locale),
    lastSeen: timeInTable(session.last_seen_at, locale),
  }));
  const officer = signedIn.kind === 'officer';
  return page(<SessionsPage officer={officer} hasPassword={account?.login != null} sessions={lines} />);
}

async function endOne({ db, signedIn, clock, params }: Own): Promise<Answer> {
  const only = params.id ?? '';
  if (!isId(only)) return notFound;
  const { accountId } = signedIn;
  await endSessions(db, actorOf(signedIn), { accountId, only, why: 'revoked', at: clock() });
  return seeOther(only === signedIn.sessionId ? '/' : ACCOUNT_PATH);
}

async function endOthers({ db, signedIn, clock }: Own): Promise<Answer> {
  const { accountId, sessionId } = signedIn;
  await endSessions(db, actorOf(signedIn), { accountId, except: sessionId, why: 'revoked', at: clock() });
  return seeOther(ACCOUNT_PATH);
}

async function showPassword({ db, signedIn, query }: Own): Promise<Answer> {
  const account = await findAccount(db, signedIn.accountId);
  if (!account?.login) return notFound;
  return passwordPage(signedIn, [], fieldOf(query, 'da-doi') === '1');
}

const texts = defineTexts({
  different: { vi: 'Hai lần nhập mật khẩu mới không giống nhau.', en: 'The two new passwords are not the same.' },
});

async function savePassword({ db, signedIn, clock, form, locale, platform }: Own): Promise<Answer> {
  const password = fieldOf(form, 'next');
  if (password !== fieldOf(form, 'again'))
    return passwordPage(signedIn, [{ name: 'again', message: texts(locale).different }]);
  const change = { accountId: signedIn.accountId, old: fieldOf(form, 'old'), password };
  const outcome = await changePassword(db, actorOf(signedIn), {
    ...change,
    keepSession: signedIn.sessionId,
    at: clock(),
  });
  if (outcome.kind === 'changed') return seeOther('/tai-khoan/mat-khau?da-doi=1');
  const name = outcome.code === 'identity.wrong-old-password' ? 'old' : 'next';
  return passwordPage(signedIn, [{ name, message: problemOf(outcome, platform.registry, locale).title }]);
}

function passwordPage(signedIn: SignedIn, errors: readonly FieldError[], changed = false): Answer {
  const officer = signedIn.kind === 'officer';
  const vnode = <PasswordPage officer={officer} shortest={SHORTEST_PASSWORD} errors={errors} changed={changed} />;
  return page(vnode, errors.length > 0 ? 422 : 200);
}

async function showPositions({ signedIn }: Own): Promise<Answer> {
  if (signedIn.kind !== 'officer') return notFound;
  return page(<PositionsPage positions={signedIn.positions} activeId={signedIn.active?.id} />);
}

async function savePosition({ db, signedIn, form }: Own): Promise<Answer> {
  const chosen = await choosePosition(db, signedIn, fieldOf(form, 'position'));
  return chosen ? seeOther(pathOfOurs(fieldOf(form, 'tiep')) ?? HOME_PATH) : notFound;
}
