/** The register's API for agencies: look a person up for a stated purpose, file a birth or a change of residence. */
import type { FastifyInstance } from 'fastify';
import { setTimeout as pause } from 'node:timers/promises';
import { Type } from 'typebox';
import { requireApiKey } from '../api-key.ts';
import {
  type BirthFiling,
  decideFiling,
  file,
  lookUp,
  type PopulationRegister,
  type ResidenceFiling,
} from './register.ts';

const Key = Type.String({ minLength: 1, maxLength: 100 });
const Name = Type.String({ minLength: 1, maxLength: 200 });
const PersonalNumber = Type.String({ pattern: '^0[0-9]{11}$' });

const NewBirth = Type.Object({
  idempotencyKey: Key,
  name: Name,
  gender: Type.Enum(['male', 'female']),
  birthDate: Type.String({ format: 'date' }),
  province: Type.String({ pattern: '^0[0-9]{2}$' }),
  parents: Type.Array(PersonalNumber, { minItems: 1, maxItems: 2 }),
});

const NewResidence = Type.Object({
  idempotencyKey: Key,
  personalNumber: PersonalNumber,
  residence: Type.Object({ commune: Type.String({ pattern: '^[0-9]{5}$' }), communeName: Name, detail: Name }),
});

const Purpose = Type.Object({ purpose: Type.String({ minLength: 3, maxLength: 200 }) });

export interface ApiSettings {
  readonly apiKey: string;
  /** How long a filing waits in the queue. */
  readonly queueMs: number;
}

export function addApi(app: FastifyInstance, register: PopulationRegister, { apiKey, queueMs }: ApiSettings): void {
  app.addHook('onRequest', requireApiKey(apiKey));
  app.addHook('onRequest', async (_request, reply) => {
    if (register.isOpen) return;
    return reply
      .code(503)
      .header('retry-after', '5')
      .send({ code: 'register.closed', message: 'Cơ sở dữ liệu đang ngừng (closed).' });
  });

  app.get<{ Params: { number: string }; Querystring: { purpose: string } }>(
    '/people/:number',
    { schema: { querystring: Purpose } },
    async ({ params, query }, reply) =>
      lookUp(register, params.number, query.purpose) ??
      reply.code(404).send({ code: 'register.no-such-person', message: 'Không có số định danh này (no such person).' }),
  );

  app.post<{ Body: BirthFiling & { idempotencyKey: string } }>(
    '/births',
    { schema: { body: NewBirth } },
    async ({ body }, reply) => {
      const { idempotencyKey, ...birth } = body;
      return reply.code(202).send(take(idempotencyKey, { ...birth, kind: 'birth' }));
    },
  );

  app.post<{ Body: ResidenceFiling & { idempotencyKey: string } }>(
    '/residences',
    { schema: { body: NewResidence } },
    async ({ body }, reply) => {
      const { idempotencyKey, ...move } = body;
      return reply.code(202).send(take(idempotencyKey, { ...move, kind: 'residence' }));
    },
  );

  app.get<{ Params: { id: string } }>(
    '/filings/:id',
    async ({ params }, reply) =>
      register.filings.find(({ id }) => id === params.id) ??
      reply.code(404).send({ code: 'register.no-such-filing', message: 'Không có hồ sơ này (no such filing).' }),
  );

  function take(key: string, filed: BirthFiling | ResidenceFiling) {
    const { filing, isNew } = file(register, key, filed);
    if (isNew) void pause(queueMs).then(() => decideFiling(register, filing));
    return filing;
  }
}
