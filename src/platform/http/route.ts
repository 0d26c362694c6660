/** Routes: a URL, who may use it, and a function from an exchange to an answer. Declared as data, so that checks and navigation can read them. */
import type { Readable } from 'node:stream';
import type { VNode } from 'preact';
import type { Clock } from '../calendar/instant.ts';
import type { Outcome } from '../cases/act.ts';
import type { Db } from '../db/database.ts';
import { isId } from '../db/ids.ts';
import type { Json } from '../db/json.ts';
import type { SignedIn } from '../identity/signed-in.ts';
import type { Locale } from '../i18n/texts.ts';
import type { Platform } from '../system/platform.ts';

/** Who may use a route. Deny is the default: a route without `access` does not compile. */
export type Access =
  /** Anyone, signed in or not. */
  | 'public'
  /** Any account. */
  | 'signed-in'
  /** Citizens and businesses. */
  | 'citizen'
  /** Officers whose positions give this permission in some unit; which rows they then see is the query's scope. */
  | { readonly permission: string };

export type FormFields = Readonly<Record<string, string | readonly string[]>>;

export interface Upload {
  readonly field: string;
  readonly name: string;
  /** What the browser said; what the file is, `files` sniffs. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** One request, as a page or an act sees it. */
export interface Exchange<Tables = unknown> {
  readonly platform: Platform<Tables>;
  readonly db: Db<Tables>;
  readonly clock: Clock;
  readonly locale: Locale;
  /** Path with query, as asked for. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: FormFields;
  readonly form: FormFields;
  readonly uploads: readonly Upload[];
  /** The parsed JSON body of an API call, or the raw text of another content type. */
  readonly json: unknown;
  readonly raw: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly signedIn: SignedIn | undefined;
  /** Address of the network peer; behind a proxy that is trusted, of the person. */
  readonly address: string;
  readonly requestId: string;
  cookie(name: string): string | undefined;
}

export interface SetCookie {
  readonly name: string;
  /** Null removes it. */
  readonly value: string | null;
  readonly maxAgeSeconds?: number;
}

/** What a live stream is given while it goes on. */
export interface Live {
  /** Aborted when the browser has gone, the session has ended or the server stops. */
  readonly signal: AbortSignal;
  /** The exchange as it would be opened now, with the rights of now; undefined once the session has ended or lost the route. Looking on does not keep a session awake. */
  renew(): Promise<Exchange | undefined>;
  /** Work that asks the database, a few streams at a time. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
}

export type Answer = (
  | {
      readonly kind: 'page';
      readonly page: VNode;
      readonly status: number;
      /** Origins that this page alone may take pictures from, beside our own. */
      readonly imagesFrom?: readonly string[];
    }
  | { readonly kind: 'redirect'; readonly to: string; readonly status: 302 | 303 | 308 }
  | { readonly kind: 'json'; readonly body: Json; readonly status: number }
  | {
      readonly kind: 'file';
      readonly bytes: Uint8Array;
      readonly type: string;
      readonly name: string;
      readonly inline: boolean;
    }
  /** A file that is written while it is sent: as long as it needs to be. */
  | { readonly kind: 'stream'; readonly body: Readable; readonly type: string; readonly name: string }
  | { readonly kind: 'text'; readonly text: string; readonly type: string; readonly status: number }
  /** Fragments of a page for as long as it is looked at, as server-sent events; of a route that says it is `live`. */
  | {
      readonly kind: 'live';
      readonly follow: (live: Live) => AsyncIterable<VNode>;
      /** Who looks on where nobody is signed in, such as a display; else the session, else the address. */
      readonly viewer?: string;
    }
  /** Also what someone without the right sees: a scope that holds no such row. */
  | { readonly kind: 'not-found' }
  /** A broken rule, a page that was too old, a command id used twice: the error page of that outcome. */
  | { readonly kind: 'outcome'; readonly outcome: Exclude<Outcome, { kind: 'done' }>; readonly back: string }
) & { readonly cookies?: readonly SetCookie[]; readonly headers?: Readonly<Record<string, string>> };

/** What has an end. */
export type WholeAnswer = Exclude<Answer, { kind: 'live' }>;

export type Handler<Tables = unknown> = (exchange: Exchange<Tables>) => Answer | Promise<Answer>;

export interface Route<Tables = unknown> {
  readonly method: 'GET' | 'POST';
  /** Fastify path: `/thu-tuc/:code`. Public paths are Vietnamese without diacritics. */
  readonly path: string;
  readonly access: Access;
  readonly handle: Handler<Tables>;
  /** Largest body in bytes; forms with uploads raise it. Default 256 kB. */
  readonly bodyLimit?: number;
  /** Requests a minute from one address; for what is costly or guessable. */
  readonly perMinute?: number;
  /** What is done here binds the person: VNeID must be sure who it is, so a session of level 1 is refused. */
  readonly binding?: boolean;
  /** Answers with a live stream: it does not end by itself, and is no sight of the person. */
  readonly live?: boolean;
  /** A peer's call, such as a signed callback: no browser, so no form token. */
  readonly machine?: boolean;
}

export const get = <Tables>(
  path: string,
  access: Access,
  handle: Handler<Tables>,
  more: Partial<Route<Tables>> = {},
): Route<Tables> => ({
  method: 'GET',
  path,
  access,
  handle,
  ...more,
});

export const post = <Tables>(
  path: string,
  access: Access,
  handle: Handler<Tables>,
  more: Partial<Route<Tables>> = {},
): Route<Tables> => ({
  method: 'POST',
  path,
  access,
  handle,
  ...more,
});

export const page = (vnode: VNode, status = 200): WholeAnswer => ({ kind: 'page', page: vnode, status });
/** After a POST: the browser asks for the next page with GET, so that reloading it repeats nothing. */
export const seeOther = (to: string, cookies: readonly SetCookie[] = []): Answer => ({
  kind: 'redirect',
  to,
  status: 303,
  cookies,
});
export const json = (body: Json, status = 200): Answer => ({ kind: 'json', body, status });
export const notFound: WholeAnswer = { kind: 'not-found' };
export const file = (bytes: Uint8Array, type: string, name: string, inline = true): Answer => ({
  kind: 'file',
  bytes,
  type,
  name,
  inline,
});
export const outcomePage = (outcome: Exclude<Outcome, { kind: 'done' }>, back: string): Answer => ({
  kind: 'outcome',
  outcome,
  back,
});

/** The one value of a form or query field; the first when it came several times, '' when it did not come. */
export function fieldOf(fields: FormFields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

/** Every value of a field that may come several times, such as boxes that were ticked. */
export function valuesOf(fields: FormFields, name: string): readonly string[] {
  const value = fields[name];
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

/** The version that a page showed; undefined for what no page of ours shows. */
export function shownVersionOf({ form }: Pick<Exchange, 'form'>): number | undefined {
  const text = fieldOf(form, 'version');
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** The id of a command comes from a form's hidden field or from a peer's Idempotency-Key; undefined when it is no UUID. */
export function commandIdOf(exchange: Pick<Exchange, 'form' | 'headers'>): string | undefined {
  const given = exchange.form.command_id ?? exchange.headers['idempotency-key'];
  return typeof given === 'string' && isId(given) ? given : undefined;
}
