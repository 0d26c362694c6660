/** The portal's API for provinces: log in, then send dossiers and progress under the session. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { setTimeout as pause } from 'node:timers/promises';
import { Type } from 'typebox';
import { Check } from 'typebox/value';
import {
  type DossierFields,
  DossierFieldsSchema,
  type ProgressFields,
  ProgressFieldsSchema,
  type Service,
} from './fields.ts';
import { ERRORS, isOver, logIn, type Message, type Portal, take } from './portal.ts';

const Login = Type.Object({ username: Type.String({ maxLength: 100 }), password: Type.String({ maxLength: 200 }) });

const Call = Type.Object({
  session: Type.String({ maxLength: 100 }),
  madonvi: Type.String({ pattern: '^[A-Z][0-9]{2}(\\.[0-9A-Z]+)*$', maxLength: 35 }),
  isUpdating: Type.Boolean(),
  service: Type.Enum(['DongBoHoSoMC', 'CapNhatTienDoHoSoMC']),
  data: Type.Array(Type.Unknown(), { minItems: 1, maxItems: 100 }),
});

interface CallBody {
  readonly session: string;
  readonly isUpdating: boolean;
  readonly service: Service;
  readonly data: readonly unknown[];
}

export function addApi(app: FastifyInstance, portal: Portal): void {
  const { weather } = portal;

  app.get<{ Params: { code: string } }>(
    '/dossiers/:code',
    async ({ params }, reply) => portal.dossiers.get(params.code) ?? reply.code(404).send(ERRORS.unknown),
  );

  app.register(async (line) => {
    line.addHook('preHandler', async (_request, reply) => {
      if (weather.delayMs > 0) await pause(weather.delayMs);
      if (!weather.isOpen)
        return reply.code(503).header('retry-after', '60').send({ message: 'Cổng đang ngừng (closed).' });
      return undefined;
    });

    line.post<{ Body: { username: string; password: string } }>(
      '/login',
      { schema: { body: Login } },
      async ({ body }) => logIn(portal, body),
    );

    line.post<{ Body: CallBody; Headers: { 'idempotency-key'?: string } }>(
      '/services',
      { schema: { body: Call } },
      async ({ body, headers, id }, reply) => {
        if (weather.failing > 0) {
          weather.failing -= 1;
          return reply.code(500).send({ message: 'Lỗi hệ thống (internal error).' });
        }
        if (isOver(portal, body.session)) return ERRORS.session;
        const message = readMessage(body, headers['idempotency-key'] ?? `${portal.sessions.size} ${id}`);
        const answer = message ? take(portal, message) : ERRORS.fields;
        return weather.losing > 0 ? cutOff(portal, reply) : answer;
      },
    );
  });
}

/** Undefined when the data are not as the field list says. */
function readMessage({ isUpdating, service, data }: CallBody, key: string): Message | undefined {
  if (service === 'DongBoHoSoMC') {
    if (!data.every((one): one is DossierFields => Check(DossierFieldsSchema, one))) return undefined;
    return { key, isUpdating, service, data };
  }
  if (!data.every((one): one is ProgressFields => Check(ProgressFieldsSchema, one))) return undefined;
  return { key, isUpdating, service, data };
}

/** The effect is there, the answer never comes. */
function cutOff({ weather }: Portal, reply: FastifyReply): FastifyReply {
  weather.losing -= 1;
  reply.hijack();
  reply.raw.destroy();
  return reply;
}
