/** A browser without script, for tests: keeps cookies by host and path, follows redirects, fills in the forms it is shown. */

export interface Visit {
  readonly url: string;
  readonly status: number;
  readonly body: string;
  readonly headers: Headers;
}

export interface Browser {
  /** Follows redirects until a page, or until an address that `stopAt` begins, which is not fetched: status 0. */
  open(url: string, stopAt?: string): Promise<Visit>;
  /** Sends the last page's form: its hidden fields, and `fields` over them. */
  submit(fields: Readonly<Record<string, string>>, stopAt?: string): Promise<Visit>;
}

interface Cookie {
  readonly value: string;
  readonly path: string;
}

export function newBrowser(): Browser {
  const cookies = new Map<string, Cookie>();
  let last: Visit | undefined;

  async function visit(
    url: string,
    init: { method: 'POST'; body: URLSearchParams } | undefined,
    stopAt: string | undefined,
  ): Promise<Visit> {
    for (let hops = 0; hops < 20; hops++) {
      if (stopAt && url.startsWith(stopAt)) return { url, status: 0, body: '', headers: new Headers() };
      const headers = { accept: 'text/html', cookie: cookieHeader(cookies, new URL(url)) };
      const response = await fetch(url, { ...init, headers, redirect: 'manual' });
      for (const line of response.headers.getSetCookie()) keepCookie(cookies, new URL(url), line);
      const location = response.headers.get('location');
      if (!location)
        return (last = { url, status: response.status, body: await response.text(), headers: response.headers });
      url = new URL(location, url).href;
      init = undefined;
    }
    throw new Error(`no end of redirects at ${url}`);
  }

  return {
    open: (url, stopAt) => visit(url, undefined, stopAt),
    submit(fields, stopAt) {
      if (!last?.body.includes('<form')) throw new Error(`no form at ${last?.url}`);
      const action = /<form[^>]* action="([^"]*)"/.exec(last.body)?.[1] ?? last.url;
      const hidden = [...last.body.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
        ([, name, value]) => [name, value],
      );
      const body = new URLSearchParams({ ...Object.fromEntries(hidden), ...fields });
      return visit(new URL(action, last.url).href, { method: 'POST', body }, stopAt);
    },
  };
}

function cookieHeader(cookies: ReadonlyMap<string, Cookie>, { hostname, pathname }: URL): string {
  return [...cookies]
    .map(([key, { value, path }]) => ({ host: key.split(' ')[0], name: key.split(' ')[1], value, path }))
    .filter(
      ({ host, path }) =>
        host === hostname && (pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`)),
    )
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ');
}

function keepCookie(cookies: Map<string, Cookie>, { hostname }: URL, line: string): void {
  const [pair = '', ...attributes] = line.split('; ');
  const name = pair.slice(0, pair.indexOf('='));
  const value = pair.slice(pair.indexOf('=') + 1);
  const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice(5) ?? '/';
  const key = `${hostname} ${name} ${path}`;
  if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(key);
  else cookies.set(key, { value, path });
}
