/** VNeID, simulated: the OpenID provider that the people of the demo sign in with. See README.md. */
import { preparePages } from '../page.ts';
import { startProgram } from '../program.ts';
import { readSettings } from '../settings.ts';
import { createProvider } from './provider.ts';
import { addSignIn } from './sign-in.ts';
import { answerIdleSignOut } from './sign-out.ts';

const settings = readSettings('vneid', ['CLIENT_ID', 'CLIENT_SECRET', 'REDIRECT_URIS'], {
  CLIENT_NAME: 'Cổng dịch vụ công tỉnh Tây Ninh',
  POST_LOGOUT_REDIRECT_URIS: '',
  ISSUER: '',
});
const client = {
  id: settings.CLIENT_ID,
  secret: settings.CLIENT_SECRET,
  name: settings.CLIENT_NAME,
  redirectUris: settings.REDIRECT_URIS.split(' '),
  postLogoutRedirectUris: settings.POST_LOGOUT_REDIRECT_URIS.split(' ').filter(Boolean),
};

await startProgram('vneid', 4001, async ({ app, url }) => {
  const provider = await createProvider(settings.ISSUER || url, client);
  preparePages(app, [...client.redirectUris, ...client.postLogoutRedirectUris]);
  addSignIn(app, provider, client.name);

  const answer = provider.callback();
  await app.register(async (openId) => {
    // the provider reads request bodies itself: nothing here may consume them first
    openId.removeAllContentTypeParsers();
    openId.addContentTypeParser('*', (_request, _body, done) => done(null));
    openId.get('/session/end', async (request, reply) => {
      if (await answerIdleSignOut(provider, client, request, reply)) return;
      reply.hijack();
      await answer(request.raw, reply.raw);
    });
    openId.all('/*', async (request, reply) => {
      reply.hijack();
      await answer(request.raw, reply.raw);
    });
  });
});
