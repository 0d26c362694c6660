/** The key that callers of a simulator's API show: `Authorization: Bearer …`. Pages for people need none. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** A Fastify hook that answers 401 to everybody without the key. */
export function requireApiKey(key: string): (request: FastifyRequest, reply: FastifyReply) => Promise<unknown> {
  const expected = digest(`Bearer ${key}`);
  return async (request, reply) => {
    if (timingSafeEqual(digest(request.headers.authorization ?? ''), expected)) return;
    return reply.code(401).send({ code: 'simulator.wrong-key', message: 'Khóa API không đúng (wrong API key).' });
  };
}
