/** Timeline (nhật ký hồ sơ): the journal entries of a dossier in words that a citizen and an officer understand, oldest first. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { findInstant, type Instant, instant } from '../../platform/calendar/instant.ts';
import { parseTerm, termInWords } from '../../platform/calendar/term.ts';
import type { Json } from '../../platform/db/json.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import { readEntry } from '../../platform/journal/entry.ts';
import { moneyText } from '../../platform/text/money.ts';
import { timeInSentence } from '../../platform/text/vietnamese-date.ts';
import type { DossierState } from './dossier-state.ts';
import { dossierEntries } from './events.ts';

export interface TimelineEntry {
  readonly id: string;
  readonly type: string;
  readonly at: Instant;
  /** "Yêu cầu bổ sung, hoàn thiện hồ sơ". */
  readonly act: LocalText;
  /** Name, position and unit; undefined for acts of the program. */
  readonly who?: LocalText;
  /** The name alone, as a slip prints it. */
  readonly person?: string;
  /** Sentences of what, why and what follows. */
  readonly detail: readonly LocalText[];
  /** What was written with it, by name: `reason`, `items`, `note`, `objection`; gone where it was erased. */
  readonly contents: Readonly<Record<string, Json>>;
  readonly body: Readonly<Record<string, Json>>;
  /** The applicant's own act. */
  readonly byApplicant: boolean;
}

interface EntryFound {
  sealed: string;
  contents: Record<string, string> | null;
  person: string | null;
  position: LocalText | null;
  unit: LocalText | null;
  officer: boolean | null;
}

export async function readTimeline(
  db: QueryExecutorProvider,
  dossier: Pick<DossierState, 'id' | 'steps' | 'definition' | 'accountId'>,
): Promise<TimelineEntry[]> {
  const rows = await sql<EntryFound>`
    select e.sealed, a.name as person, a.kind = 'officer' as officer, p.title as position, u.name as unit,
      (select json_object_agg(c.name, c.body) from journal.content c where c.entry_id = e.id and c.body is not null) as contents
    from journal.entry e
      left join identity.account a on a.id = e.account_id
      left join organisation.holding h on h.id = (e.sealed::jsonb #>> '{actor,position}')::uuid
      left join organisation.position p on p.id = h.position_id
      left join organisation.unit u on u.id = e.unit_id
    where e.subject_id = ${dossier.id} and e.subject_type = 'dossier' order by e.recorded_at, e.id
  `.execute(db);
  return rows.rows.map((row) => entryInWords(row, dossier));
}

function entryInWords(
  row: EntryFound,
  dossier: Pick<DossierState, 'steps' | 'definition' | 'accountId'>,
): TimelineEntry {
  const { id, type, at, actor, body = {} } = readEntry(row.sealed);
  const contents = Object.fromEntries(
    Object.entries(row.contents ?? {}).map(([name, text]) => [name, JSON.parse(text) as Json]),
  );
  const byApplicant = actor.account !== undefined && actor.account === dossier.accountId;
  const spec = (dossierEntries as Readonly<Record<string, { title: LocalText }>>)[type];
  const who = actor.kind === 'person' ? whoOf(row) : undefined;
  return {
    id,
    type,
    at: instant(at),
    act: ACTS[type]?.(body, dossier) ?? spec?.title ?? { vi: type },
    detail: DETAILS[type]?.({ body, contents, dossier }).filter((text) => text.vi !== '') ?? [],
    contents,
    body,
    byApplicant,
    ...(who && { who }),
    ...(who && row.person && { person: row.person }),
  };
}

function whoOf({ person, position, unit, officer }: EntryFound): LocalText | undefined {
  if (person === null) return undefined;
  if (!officer) return { vi: person };
  const list = (language: 'vi' | 'en') =>
    [person, lower(position?.[language] ?? position?.vi), unit?.[language] ?? unit?.vi].filter(Boolean).join(', ');
  return { vi: list('vi'), en: list('en') };
}

const lower = (text: string | undefined): string | undefined =>
  text && text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

type Body = Readonly<Record<string, Json>>;
type About = Pick<DossierState, 'steps' | 'definition'>;

export function stepName({ steps, definition }: About, key: Json | undefined): LocalText {
  const known = steps.find((step) => step.key === key) ?? definition.process?.steps.find((step) => step.key === key);
  return known?.name ?? { vi: textOf(key) };
}

/** Where the step says more than the kind of act. */
const ACTS: Readonly<Record<string, (body: Body, dossier: About) => LocalText>> = {
  'dossiers.step-completed': (body, dossier) => {
    const { vi, en } = stepName(dossier, body.step);
    return { vi: `Xong: ${lower(vi)}`, en: `Done: ${lower(en ?? vi)}` };
  },
  'dossiers.draft-answered': ({ answer }) =>
    answer === 'objected'
      ? { vi: 'Đề nghị sửa bản dự thảo', en: 'Asked for the draft to be changed' }
      : answer === 'silent'
        ? { vi: 'Hết hạn xác nhận bản dự thảo: coi như đồng ý', en: 'No answer to the draft in time: taken as agreed' }
        : { vi: 'Đồng ý bản dự thảo', en: 'Agreed to the draft' },
  'dossiers.result-signed': ({ outcome }) =>
    outcome === 'rejected'
      ? { vi: 'Ký văn bản từ chối giải quyết', en: 'Refusal signed' }
      : { vi: 'Ký kết quả', en: 'Result signed' },
};

interface Telling {
  readonly body: Body;
  readonly contents: Readonly<Record<string, Json>>;
  readonly dossier: About;
}

const DETAILS: Readonly<Record<string, (telling: Telling) => LocalText[]>> = {
  'dossiers.dossier-submitted': ({ body }) => [
    said('Cơ quan trả lời trước', 'The office answers before', body.answer_by, '.'),
  ],
  'dossiers.dossier-accepted': ({ body, dossier }) => [
    ...(typeof body.promised === 'string'
      ? [said('Hẹn trả kết quả trước', 'The result is promised before', body.promised, '.')]
      : []),
    nextStep(dossier, body.next_step),
  ],
  'dossiers.supplement-asked': ({ contents }) => [
    ...itemTexts(contents.items),
    written('Lý do', 'Reason', contents.reason),
  ],
  'dossiers.supplement-supplied': ({ body, contents }) => [
    written('Ghi chú', 'Note', contents.note),
    ...(body.restarts === true
      ? [{ vi: 'Thời hạn giải quyết được tính lại từ đầu.', en: 'The term began again from the start.' }]
      : []),
  ],
  'dossiers.dossier-refused': ({ contents }) => [written('Lý do', 'Reason', contents.reason)],
  'dossiers.dossier-withdrawn': ({ contents }) => [written('Lý do', 'Reason', contents.reason)],
  'dossiers.dossier-stopped': ({ contents }) => [written('Lý do', 'Reason', contents.reason)],
  'dossiers.payment-asked': ({ body, contents }) => {
    const owed = Number(body.total) - Number(body.paid);
    return [
      written('Theo thông báo', 'By the notice', contents.notice),
      {
        vi: `Phải nộp ${moneyText(owed)}. Đồng hồ tạm dừng cho đến khi nộp xong.`,
        en: `${moneyText(owed, 'en')} to pay. The clock stands still until it is paid.`,
      },
    ];
  },
  'dossiers.payment-recorded': ({ body }) => [
    {
      vi: `Đã nhận ${moneyText(Number(body.amount))} ${body.by === 'bank' ? 'qua ngân hàng' : 'tại quầy'}.`,
      en: `${moneyText(Number(body.amount), 'en')} received ${body.by === 'bank' ? 'through the bank' : 'at the counter'}.`,
    },
  ],
  'dossiers.step-completed': ({ body, contents, dossier }) => [
    written('Ý kiến', 'Opinion', contents.note),
    nextStep(dossier, body.next_step),
  ],
  'dossiers.step-sent-back': ({ body, contents, dossier }) => [
    nextStep(dossier, body.to_step),
    written('Lý do', 'Reason', contents.reason),
  ],
  'dossiers.draft-sent': ({ body }) => {
    const { term } = parseTerm(textOf(body.silence_confirms));
    const words = term && termInWords(term);
    return [
      {
        vi: `Không trả lời trong ${words?.vi ?? ''} thì coi như đồng ý.`,
        en: `No answer within ${words?.en ?? ''} counts as agreement.`,
      },
    ];
  },
  'dossiers.draft-answered': ({ contents }) => [written('Nội dung cần sửa', 'What should change', contents.objection)],
  'dossiers.result-signed': ({ contents }) => [written('Lý do', 'Reason', contents.reason)],
  'dossiers.result-issued': ({ body }) => [{ vi: `Số ${textOf(body.number)}.`, en: `Number ${textOf(body.number)}.` }],
  'dossiers.result-returned': ({ body }) => [HOW[textOf(body.how)] ?? { vi: '' }],
  'dossiers.apology-sent': ({ body, contents }) => [
    said('Hẹn lại trước', 'The new time is', body.new_due, '.'),
    written('Lý do', 'Reason', contents.reason),
  ],
  'dossiers.due-reckoned-again': ({ body }) => [said('Hạn trả là', 'Due at', body.due, '.')],
  'dossiers.register-answered': ({ body }) => [
    body.answer === 'done' ? (TAKEN[textOf(body.register)] ?? { vi: '' }) : refusedBecause(textOf(body.refusal)),
  ],
  'dossiers.decided-by-silence': ({ body }) => [
    { vi: `Căn cứ: ${textOf(body.basis)}.`, en: `Basis: ${textOf(body.basis)}.` },
  ],
};

const HOW: Readonly<Record<string, LocalText>> = {
  counter: { vi: 'Nhận tại quầy.', en: 'Collected at the counter.' },
  post: { vi: 'Gửi qua bưu chính.', en: 'Sent by post.' },
  electronic: { vi: 'Bản điện tử.', en: 'Electronic copy.' },
};

const TAKEN: Readonly<Record<string, LocalText>> = {
  birth: { vi: 'Đã cấp số định danh cá nhân cho trẻ.', en: 'The child has a personal number.' },
  residence: { vi: 'Đã ghi nơi thường trú mới.', en: 'The new permanent residence is recorded.' },
};

const REFUSALS: Readonly<Record<string, LocalText>> = {
  'register.no-such-parent': { vi: 'không có số định danh của cha hoặc mẹ', en: 'a parent’s number is not there' },
  'register.no-such-person': { vi: 'không có số định danh này', en: 'the number is not there' },
  'register.birth-in-future': { vi: 'ngày sinh ở sau hôm nay', en: 'the birth lies in the future' },
};

function refusedBecause(code: string): LocalText {
  const reason = REFUSALS[code] ?? { vi: code, en: code };
  return {
    vi: `Không nhận: ${reason.vi}. Cán bộ tra cứu và cập nhật trực tiếp.`,
    en: `Not taken: ${reason.en}. The officer looks it up and enters it by hand.`,
  };
}

const written = (vi: string, en: string, text: Json | undefined): LocalText =>
  typeof text === 'string' && text !== '' ? { vi: `${vi}: ${text}`, en: `${en}: ${text}` } : { vi: '' };

function said(vi: string, en: string, at: Json | undefined, end: string): LocalText {
  const time = typeof at === 'string' ? findInstant(at) : undefined;
  if (time === undefined) return { vi: '' };
  return { vi: `${vi} ${timeInSentence(time)}${end}`, en: `${en} ${timeInSentence(time, 'en')}${end}` };
}

function nextStep(dossier: About, key: Json | undefined): LocalText {
  if (typeof key !== 'string') return { vi: '' };
  const { vi, en } = stepName(dossier, key);
  return { vi: `Bước tiếp theo: ${lower(vi)}.`, en: `Next: ${lower(en ?? vi)}.` };
}

/** What was asked for, one line each. */
export function itemTexts(items: Json | undefined): LocalText[] {
  if (!Array.isArray(items)) return [];
  return items.flatMap((item) => {
    const text = item !== null && typeof item === 'object' && !Array.isArray(item) ? item.text : undefined;
    return typeof text === 'string' ? [{ vi: text }] : [];
  });
}

/** Entry bodies are checked when written; a value of another kind in a damaged one is left out. */
function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
