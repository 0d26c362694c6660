/** An SMS gateway, simulated: it takes messages over HTTP, shows them on a page and reports what became of them. See README.md. */
import { Type } from 'typebox';
import { requireApiKey } from '../api-key.ts';
import { preparePages } from '../page.ts';
import { startProgram } from '../program.ts';
import { endWith, readSettings } from '../settings.ts';
import { isLoopbackUrl } from '../signed-callback.ts';
import { mobileNumber, newInbox, treatmentOf } from './gateway.ts';
import { MessagesPage } from './pages.ts';
import { deliver } from './reports.ts';

const settings = readSettings('sms', ['API_KEY'], { REPORT_URL: '', REPORT_SECRET: '', TRAVEL_MS: '300' });
if (settings.REPORT_URL && !isLoopbackUrl(settings.REPORT_URL))
  endWith('sms', 'REPORT_URL phải ở trên máy này (loopback only).');
if (settings.REPORT_URL && !settings.REPORT_SECRET)
  endWith('sms', 'có REPORT_URL thì cần REPORT_SECRET (missing settings).');
const reports = { url: settings.REPORT_URL, secret: settings.REPORT_SECRET, travelMs: Number(settings.TRAVEL_MS) };

const NewMessage = Type.Object({
  to: Type.String({ maxLength: 20 }),
  text: Type.String({ minLength: 1, maxLength: 1000 }),
  idempotencyKey: Type.String({ minLength: 1, maxLength: 100 }),
});

interface NewMessageBody {
  readonly to: string;
  readonly text: string;
  readonly idempotencyKey: string;
}

await startProgram('sms', 4003, ({ app }) => {
  const inbox = newInbox();
  preparePages(app, []);
  const keyNeeded = { onRequest: requireApiKey(settings.API_KEY) };

  app.post<{ Body: NewMessageBody }>(
    '/messages',
    { ...keyNeeded, schema: { body: NewMessage } },
    async ({ body }, reply) => {
      const to = mobileNumber(body.to);
      if (!to)
        return reply.code(400).send({
          code: 'sms.bad-number',
          message: 'Không phải số di động Việt Nam (not a Vietnamese mobile number).',
        });

      const known = inbox.find(body.idempotencyKey);
      if (known && (known.to !== to || known.text !== body.text)) {
        return reply
          .code(409)
          .send({ code: 'sms.key-used', message: 'Khóa này đã dùng cho tin khác (key used for another message).' });
      }
      if (known) return known;

      const treatment = treatmentOf(to);
      if (treatment === 'refused')
        return reply.code(422).send({ code: 'sms.no-such-number', message: 'Số không tồn tại (no such number).' });
      const isTurnedAway = treatment === 'busy-twice' || treatment === 'too-many';
      if (isTurnedAway && inbox.turnAway(body.idempotencyKey) <= 2) {
        return treatment === 'busy-twice'
          ? reply.code(503).send({ code: 'sms.busy', message: 'Cổng đang bận (busy).' })
          : reply
              .code(429)
              .header('retry-after', '1')
              .send({ code: 'sms.too-many', message: 'Quá nhiều tin (too many messages).' });
      }
      const message = inbox.accept({ ...body, to });
      void deliver(message, reports);
      return reply.code(202).send(message);
    },
  );

  app.get<{ Params: { id: string } }>('/messages/:id', keyNeeded, async ({ params }, reply) => {
    const message = inbox.messages.find(({ id }) => id === params.id);
    return (
      message ?? reply.code(404).send({ code: 'sms.no-such-message', message: 'Không có tin này (no such message).' })
    );
  });

  app.get<{ Querystring: { to?: string | string[] } }>('/', async ({ query }, reply) => {
    const to = String(query.to ?? '').trim();
    const wanted = mobileNumber(to) ?? to;
    return reply.type('text/html').send(
      MessagesPage(
        inbox.messages.filter((message) => !to || message.to === wanted),
        to,
      ),
    );
  });
});
