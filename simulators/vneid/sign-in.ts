/** Signing in: the person chooses who to be, shows the PIN when level 2 is wanted, or refuses. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type Provider from 'oidc-provider';
import { acrOf, type Level, type RequestParams, wantedLevels } from './levels.ts';
import { ErrorPage, PIN, SignInPage, type SignInProps } from './pages.ts';
import { type Account, accounts, findAccount } from './people.ts';

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;
type Answer = Readonly<Record<string, unknown>>;

export function addSignIn(app: FastifyInstance, provider: Provider, clientName: string): void {
  app.get('/dang-nhap/:uid', async (request, reply) => {
    const interaction = await findInteraction(provider, request, reply);
    if (!interaction) return answerExpired(reply);
    const chosen = interaction.session?.accountId ?? findAccount(paramsOf(interaction).login_hint ?? '')?.sub;
    return reply.type('text/html').send(SignInPage(propsOf(interaction, clientName, chosen)));
  });

  app.post<{ Body: Answer | undefined }>('/dang-nhap/:uid', async (request, reply) => {
    const interaction = await findInteraction(provider, request, reply);
    if (!interaction) return answerExpired(reply);
    const answer = request.body ?? {};
    if (answer.answer === 'refuse') {
      const refusal = { error: 'access_denied', error_description: 'the person refused to sign in' };
      return reply.redirect(await provider.interactionResult(request.raw, reply.raw, refusal), 303);
    }

    const props = propsOf(interaction, clientName, textOf(answer.account));
    const signIn = readSignIn(interaction, props, answer);
    if ('fault' in signIn) {
      return reply
        .code(422)
        .type('text/html')
        .send(SignInPage({ ...props, fault: signIn.fault }));
    }

    await forgetOtherPerson(provider, interaction, signIn.account);
    const login = {
      accountId: signIn.account.sub,
      acr: acrOf(signIn.level),
      amr: [signIn.level === 2 ? 'pin' : 'user'],
      remember: false,
    };
    return reply.redirect(await provider.interactionResult(request.raw, reply.raw, { login }), 303);
  });
}

/** The page tries the best level asked for; who can't reach it may sign in lower, down to the least. */
function readSignIn(
  interaction: Interaction,
  props: SignInProps,
  answer: Answer,
): { account: Account; level: Level } | { fault: NonNullable<SignInProps['fault']> } {
  const account = props.accounts.find(({ sub }) => sub === answer.account);
  if (!account) return { fault: { field: 'account', text: 'Hãy chọn một người để đăng nhập.' } };

  const level = account.person.level < props.level ? account.person.level : props.level;
  const { least } = wantedLevels(paramsOf(interaction)) ?? { least: 2 };
  if (level < least) {
    return {
      fault: {
        field: 'account',
        text: `Tài khoản của ${account.person.name} chỉ ở mức ${level}; ở đây cần mức ${least}.`,
      },
    };
  }
  if (level === 2 && answer.pin !== PIN)
    return { fault: { field: 'pin', text: `Mã PIN không đúng. Mã PIN mô phỏng là ${PIN}.` } };
  return { account, level };
}

function propsOf(interaction: Interaction, clientName: string, chosen: string | undefined): SignInProps {
  const scopes = (paramsOf(interaction).scope ?? '').split(' ');
  return {
    clientName,
    scopes,
    level: wantedLevels(paramsOf(interaction))?.best ?? 2,
    accounts: accounts.filter(({ organization }) => !organization || scopes.includes('organization')),
    chosen,
  };
}

const paramsOf = (interaction: Interaction) => interaction.params as RequestParams;

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** The provider would end another person's session through a page that needs script; we end it here, before it notices. */
async function forgetOtherPerson(provider: Provider, interaction: Interaction, account: Account): Promise<void> {
  const { session } = interaction;
  if (!session || session.accountId === account.sub) return;
  await (await provider.Session.findByUid(session.uid))?.destroy();
  delete interaction.session;
  await interaction.persist();
}

async function findInteraction(
  provider: Provider,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Interaction | undefined> {
  try {
    return await provider.interactionDetails(request.raw, reply.raw);
  } catch (error) {
    if (error instanceof Error && error.name === 'SessionNotFound') return undefined;
    throw error;
  }
}

function answerExpired(reply: FastifyReply): FastifyReply {
  return reply
    .code(400)
    .type('text/html')
    .send(ErrorPage('session_not_found', 'The sign-in took longer than 10 minutes, or cookies are off.'));
}
