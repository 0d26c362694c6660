/** The bank app: a person scans a QR, or follows a payment link, and pays. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Bank } from './api.ts';
import { HomePage, NotFoundPage, PayPage, TransferPage, TransferredPage } from './pages.ts';
import { MODES, type Mode } from './payments.ts';
import { readQrText } from './qr-text.ts';
import { writeStatementFile } from './statement-file.ts';

type Form = Readonly<Record<string, unknown>>;

export function addBankApp(app: FastifyInstance, { ledger, till }: Bank): void {
  const findRequest = (wanted: string) => ledger.requests.find(({ id }) => id === wanted);

  app.get('/', (_request, reply) => answer(reply, 200, HomePage(ledger)));

  app.get('/sao-ke.csv', (_request, reply) =>
    reply
      .type('text/csv')
      .header('content-disposition', 'attachment; filename="sao-ke.csv"')
      .send(writeStatementFile(ledger.statement, 'utf-8-bom')),
  );

  app.post<{ Body: Form | undefined }>('/quet', async (request, reply) => {
    const qrText = textOf(request.body?.qrText);
    const transfer = readQrText(qrText);
    if (!transfer) return answer(reply, 422, HomePage(ledger, { qrText }));
    const asked = ledger.requests.find(
      ({ reference, account, status }) =>
        status !== 'paid' && account.number === transfer.account && transfer.content.split(' ').includes(reference),
    );
    return asked ? reply.redirect(`/thanh-toan/${asked.id}`, 303) : answer(reply, 200, TransferPage(transfer, qrText));
  });

  app.post<{ Body: Form | undefined }>('/chuyen-tien', async (request, reply) => {
    const qrText = textOf(request.body?.qrText);
    const transfer = readQrText(qrText);
    const amount = Number(textOf(request.body?.amount));
    if (!transfer) return answer(reply, 422, HomePage(ledger, { qrText }));
    if (!Number.isSafeInteger(amount) || amount < 1) return answer(reply, 422, TransferPage(transfer, qrText));
    const { bin, account, content } = transfer;
    return answer(reply, 200, TransferredPage(till.receive({ bin, account, amount, content })));
  });

  app.get<{ Params: { id: string } }>('/thanh-toan/:id', (request, reply) => {
    const asked = findRequest(request.params.id);
    return asked ? answer(reply, 200, PayPage(asked)) : answer(reply, 404, NotFoundPage());
  });

  app.post<{ Params: { id: string }; Body: Form | undefined }>('/thanh-toan/:id', (request, reply) => {
    const asked = findRequest(request.params.id);
    if (!asked) return answer(reply, 404, NotFoundPage());
    const mode = textOf(request.body?.mode);
    till.pay(asked, { mode: Object.hasOwn(MODES, mode) ? (mode as Mode) : 'normal' });
    return reply.redirect(`/thanh-toan/${asked.id}`, 303);
  });
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

function answer(reply: FastifyReply, status: number, page: string): FastifyReply {
  return reply.code(status).type('text/html').send(page);
}
