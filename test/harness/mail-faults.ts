/** What the standards of e-mail forbid, read strictly from the bytes that arrived: RFC 5322 and RFC 2045 to 2047. Mail programs forgive most of it; filters count it. */

/** One line each; nothing when the mail is well. `raw` has one character a byte. */
export function mailFaults(raw: string): string[] {
  const end = raw.indexOf('\r\n\r\n');
  const head = raw.slice(0, end);
  const headers = headersOf(head);
  const type = valueOf(headers, 'content-type');
  const boundary = /^multipart\/alternative;.*\bboundary="?([^";]+)"?/i.exec(type)?.[1];
  const parts =
    boundary === undefined ? [] : raw.slice(end + 4).split(new RegExp(`(?:^|\r\n)--${escaped(boundary)}(?:--)?\r\n`));
  return [
    ...lineFaults(raw),
    ...headerFaults(head, headers),
    ...(boundary !== undefined && parts.length === 4 ? [] : ['not a text and its HTML twin']),
    ...(['text/plain', 'text/html'] as const).flatMap((wanted, index) => partFaults(parts[index + 1] ?? '', wanted)),
  ];
}

type Header = readonly [name: string, value: string];

const headersOf = (head: string): Header[] =>
  head
    .replace(/\r\n(?=[ \t])/g, '')
    .split('\r\n')
    .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]);

const valueOf = (headers: readonly Header[], name: string): string =>
  headers.find(([found]) => found === name)?.[1] ?? '';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const lineFaults = (raw: string): string[] => [
  ...(/(?<!\r)\n|\r(?!\n)/.test(raw) ? ['a line that ends in half of CRLF'] : []),
  // oxlint-disable-next-line no-control-regex -- what must not be there
  ...(/[^\x01-\x7f]/.test(raw) ? ['a byte beyond 7 bits'] : []),
  ...raw.split('\r\n').flatMap((line) => (line.length > 998 ? [`a line of ${line.length}`] : [])),
];

const ONCE = ['date', 'from', 'to', 'subject', 'message-id', 'mime-version', 'content-type'];
const DATE =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} [+-]\d{4}$/;
const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const ID = new RegExp(`^<${ATOM}(\\.${ATOM})*@${ATOM}(\\.${ATOM})*>$`);

const headerFaults = (head: string, headers: readonly Header[]): string[] => [
  ...headers.flatMap(([name]) => (/^[\x21-\x39\x3b-\x7e]+$/.test(name) ? [] : [`no header: ${name}`])),
  ...ONCE.flatMap((name) => {
    const times = headers.filter(([found]) => found === name).length;
    return times === 1 ? [] : [`${name} ${times} times`];
  }),
  ...(DATE.test(valueOf(headers, 'date')) ? [] : ['date']),
  ...(ID.test(valueOf(headers, 'message-id')) ? [] : ['message-id']),
  // a line may be longer than 78 only where there is nothing to fold at
  ...head
    .split('\r\n')
    .flatMap((line) =>
      line.length > 78 && /\S\s+\S/.test(line.replace(/^[\w-]+: /, '').trim())
        ? [`an unfolded line of ${line.length}`]
        : [],
    ),
  ...encodedWordFaults(headers),
];

function encodedWordFaults(headers: readonly Header[]): string[] {
  return headers.flatMap(([name, value]) =>
    [...value.matchAll(/=\?([^?]*)\?([^?]*)\?([^?]*)\?=/g)].flatMap(([word, charset, encoding, text = '']) => [
      ...(word.length > 75 ? [`${name}: an encoded word of ${word.length}`] : []),
      ...(charset?.toLowerCase() === 'utf-8' && /^[bq]$/i.test(encoding ?? '') ? [] : [`${name}: ${word}`]),
      ...(isWholeUtf8(/b/i.test(encoding ?? '') ? Buffer.from(text, 'base64') : unquoted(text.replaceAll('_', ' ')))
        ? []
        : [`${name}: a letter cut in two`]),
    ]),
  );
}

function partFaults(part: string, wanted: string): string[] {
  const end = part.indexOf('\r\n\r\n');
  const headers = headersOf(part.slice(0, end));
  const body = part.slice(end + 4);
  const type = valueOf(headers, 'content-type').toLowerCase();
  return [
    ...(type.startsWith(wanted) && /charset="?utf-8"?/.test(type) ? [] : [`${wanted}: ${type}`]),
    ...(valueOf(headers, 'content-transfer-encoding') === 'quoted-printable' ? [] : [`${wanted}: encoding`]),
    ...body
      .split('\r\n')
      .flatMap((line) => [
        ...(line.length > 76 ? [`${wanted}: an encoded line of ${line.length}`] : []),
        ...(/[ \t]$/.test(line) ? [`${wanted}: a space at the end of a line`] : []),
        ...(/=(?![0-9A-F]{2}|$)/.test(line) ? [`${wanted}: a stray =`] : []),
      ]),
    ...(isWholeUtf8(unquoted(body.replaceAll('=\r\n', ''))) ? [] : [`${wanted}: no UTF-8`]),
  ];
}

const unquoted = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

function isWholeUtf8(bytes: Buffer): boolean {
  return bytes.equals(Buffer.from(bytes.toString('utf8'), 'utf8'));
}
