/** The bank's API for merchants: ask for a payment, see what became of it, send money back, read the statement. */
import type { FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import { Type } from 'typebox';
import { requireApiKey } from '../api-key.ts';
import { isLoopbackUrl } from '../signed-callback.ts';
import type { Ledger, PaymentRequest, Transfer } from './ledger.ts';
import { MODES, type Payment, type Till } from './payments.ts';
import { printQrText } from './qr-text.ts';
import { type Encoding, ENCODINGS, writeStatementFile } from './statement-file.ts';

const NewRequest = Type.Object({
  reference: Type.String({ pattern: '^[A-Za-z0-9.-]{1,25}$' }),
  amount: Type.Integer({ minimum: 1, maximum: 9_999_999_999_999 }),
  account: Type.Object({
    bin: Type.String({ pattern: '^[0-9]{6}$' }),
    number: Type.String({ pattern: '^[A-Za-z0-9]{1,19}$' }),
    name: Type.String({ minLength: 1, maxLength: 100 }),
  }),
  description: Type.String({ maxLength: 500 }),
  callbackUrl: Type.String({ maxLength: 2000 }),
  returnUrl: Type.Optional(Type.String({ maxLength: 2000 })),
});

const PaymentBody = Type.Object({
  mode: Type.Enum(Object.keys(MODES)),
  delayMs: Type.Optional(Type.Integer({ minimum: 0, maximum: 600_000 })),
  amount: Type.Optional(Type.Integer({ minimum: 1, maximum: 9_999_999_999_999 })),
});

const NewTransfer = Type.Object({
  reference: Type.String({ pattern: '^[A-Za-z0-9.-]{1,25}$' }),
  amount: Type.Integer({ minimum: 1, maximum: 9_999_999_999_999 }),
  from: Type.String({ pattern: '^[A-Za-z0-9]{1,19}$' }),
  to: Type.Object({
    bin: Type.String({ pattern: '^[0-9]{6}$' }),
    number: Type.String({ pattern: '^[A-Za-z0-9]{1,19}$' }),
    name: Type.String({ minLength: 1, maxLength: 200 }),
  }),
  content: Type.String({ maxLength: 200 }),
});

const StatementQuery = Type.Object({
  encoding: Type.Optional(Type.Enum(ENCODINGS)),
  account: Type.Optional(Type.String()),
  from: Type.Optional(Type.String({ format: 'date-time' })),
  to: Type.Optional(Type.String({ format: 'date-time' })),
});

interface StatementAsked {
  readonly account?: string;
  readonly from?: string;
  readonly to?: string;
  readonly encoding?: Encoding;
}

type NewRequestBody = Omit<PaymentRequest, 'id' | 'createdAt' | 'status'>;

export interface Bank {
  readonly ledger: Ledger;
  readonly till: Till;
  readonly url: string;
}

export function addApi(app: FastifyInstance, { ledger, till, url }: Bank, apiKey: string): void {
  app.addHook('onRequest', requireApiKey(apiKey));

  app.post<{ Body: NewRequestBody }>('/requests', { schema: { body: NewRequest } }, async ({ body }, reply) => {
    if (![body.callbackUrl, body.returnUrl ?? body.callbackUrl].every(isLoopbackUrl)) {
      return reply.code(400).send(refusal('bank.address-elsewhere', 'Chỉ gọi về máy này (loopback addresses only).'));
    }
    const known = ledger.requests.find(({ reference }) => reference === body.reference);
    if (known && !isSameRequest(known, body)) {
      return reply
        .code(409)
        .send(refusal('bank.reference-used', 'Mã tham chiếu đã dùng cho yêu cầu khác (reference used).'));
    }
    const request = known ?? {
      ...body,
      id: randomUUID(),
      createdAt: new Date().toISOString(),
      status: 'waiting' as const,
    };
    if (!known) ledger.requests.push(request);
    ledger.save();
    return reply.code(known ? 200 : 201).send(requestAnswer(request, url));
  });

  app.get<{ Params: { id: string } }>('/requests/:id', async ({ params }, reply) => {
    const request = ledger.requests.find(({ id }) => id === params.id);
    if (!request)
      return reply.code(404).send(refusal('bank.no-such-request', 'Không có yêu cầu này (no such request).'));
    const deliveries = ledger.deliveries.filter(({ event }) => event.requestId === request.id);
    return { ...requestAnswer(request, url), deliveries };
  });

  app.post<{ Params: { id: string }; Body: Payment }>(
    '/requests/:id/pay',
    { schema: { body: PaymentBody } },
    async ({ params, body }, reply) => {
      const request = ledger.requests.find(({ id }) => id === params.id);
      if (!request)
        return reply.code(404).send(refusal('bank.no-such-request', 'Không có yêu cầu này (no such request).'));
      if (!till.pay(request, body))
        return reply.code(409).send(refusal('bank.already-paid', 'Yêu cầu đã được trả (already paid).'));
      return reply.code(202).send(requestAnswer(request, url));
    },
  );

  app.post<{ Body: Omit<Transfer, 'transactionId'> & { content: string } }>(
    '/transfers',
    { schema: { body: NewTransfer } },
    async ({ body }, reply) => {
      const isKnown = ledger.transfers.some(({ reference }) => reference === body.reference);
      const transfer = till.send(body);
      if (!transfer)
        return reply
          .code(409)
          .send(refusal('bank.reference-used', 'Mã tham chiếu đã dùng cho lệnh chi khác (reference used).'));
      return reply.code(isKnown ? 200 : 201).send(transfer);
    },
  );

  const entriesOf = (query: StatementAsked) =>
    ledger.statement.filter(
      ({ account, bookedAt }) =>
        (!query.account || account === query.account) &&
        (!query.from || Date.parse(bookedAt) >= Date.parse(query.from)) &&
        (!query.to || Date.parse(bookedAt) < Date.parse(query.to)),
    );

  app.get<{ Querystring: StatementAsked }>(
    '/statement',
    { schema: { querystring: StatementQuery } },
    async ({ query }) => ({ entries: entriesOf(query) }),
  );

  app.get<{ Querystring: StatementAsked }>(
    '/statement.csv',
    { schema: { querystring: StatementQuery } },
    async ({ query }, reply) =>
      reply
        .type('text/csv')
        .header('content-disposition', 'attachment; filename="sao-ke.csv"')
        .send(writeStatementFile(entriesOf(query), query.encoding ?? 'utf-8-bom')),
  );
}

function requestAnswer(request: PaymentRequest, url: string) {
  const { bin, number } = request.account;
  return {
    ...request,
    payUrl: `${url}/thanh-toan/${request.id}`,
    qrText: printQrText({ bin, account: number, amount: request.amount, content: request.reference }),
  };
}

function isSameRequest(known: PaymentRequest, asked: NewRequestBody): boolean {
  return (
    known.amount === asked.amount &&
    known.account.bin === asked.account.bin &&
    known.account.number === asked.account.number
  );
}

const refusal = (code: string, message: string) => ({ code, message });
