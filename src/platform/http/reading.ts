/** Reading a request's body: form fields, uploads, JSON or text, each bounded before it is read. */
import type { FastifyRequest } from 'fastify';
import type { FormFields, Upload } from './route.ts';

export interface Body {
  readonly form: FormFields;
  readonly uploads: readonly Upload[];
  readonly json: unknown;
  readonly raw: string;
}

export const EMPTY: Body = { form: {}, uploads: [], json: undefined, raw: '' };

/** Rejects with a 4xx error of Fastify's own when a part is too large or the body is malformed. */
export async function readBody(request: FastifyRequest): Promise<Body> {
  if (request.isMultipart?.()) return readParts(request).catch(refuseMalformed);
  if (typeof request.body === 'string') return { ...EMPTY, raw: request.body, json: parseJson(request) };
  return { ...EMPTY, form: (request.body ?? {}) as FormFields };
}

/** The parser has no code for a body without a boundary or without its end; nothing else is done while it reads. */
function refuseMalformed(error: Error & { statusCode?: number }): never {
  if (error.statusCode !== undefined) throw error;
  throw Object.assign(new Error('the multipart body is malformed', { cause: error }), { statusCode: 400 });
}

async function readParts(request: FastifyRequest): Promise<Body> {
  const form: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>;
  const uploads: Upload[] = [];
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer();
      // A file input left empty still sends a part, without a name.
      if (part.filename || bytes.length > 0)
        uploads.push({ field: part.fieldname, name: part.filename, type: part.mimetype, bytes });
    } else {
      const before = form[part.fieldname];
      const value = String(part.value);
      form[part.fieldname] = before === undefined ? value : [before, value].flat();
    }
  }
  return { ...EMPTY, form, uploads };
}

/** Undefined when it is not JSON: the handler's schema then says what is wrong. */
function parseJson(request: FastifyRequest): unknown {
  if (!request.headers['content-type']?.includes('json')) return undefined;
  try {
    return JSON.parse(request.body as string, withoutNul) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const withoutNul = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '') : value;

/** Fields as a database can hold them: no text of ours has a NUL, so it is taken out where strangers' texts come in. */
export const cleanFields = <T extends FormFields>(fields: T): T =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll('\0', '') : value.map((one) => one.replaceAll('\0', '')),
    ]),
  ) as T;
