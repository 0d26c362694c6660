/** Waiting table: one line for each dossier that waits: since when, why not the last time and when again, what the portal would be told next. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { Button } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { FAULT_NAMES, STATUS_NAMES } from '../fault-words.ts';
import type { WaitingDossier } from '../waiting.ts';

export interface WaitingTableProps {
  caption: string;
  path: string;
  dossiers: readonly WaitingDossier[];
  /** One by one: not while the line fails, when all have to wait for it. */
  canRetry: boolean;
}

const texts = defineTexts({
  code: { vi: 'Mã hồ sơ', en: 'Dossier' },
  since: { vi: 'Chưa đồng bộ từ', en: 'Not synced since' },
  why: { vi: 'Lý do lần cuối', en: 'Why not, last time' },
  status: { vi: 'Việc chờ báo', en: 'To be told' },
  act: { vi: 'Thao tác', en: 'Act' },
  inTurn: { vi: 'Chờ đến lượt', en: 'Waits its turn' },
  tries: {
    vi: (tries: number, at: string) => `Đã gửi ${tries} lần, thử lại lúc ${at}`,
    en: (tries: number, at: string) => `Tried ${tries === 1 ? 'once' : `${tries} times`}, next at ${at}`,
  },
  messages: {
    vi: (many: number) => `${many} thông điệp`,
    en: (many: number) => `${many} ${many === 1 ? 'message' : 'messages'}`,
  },
  retry: { vi: 'Thử lại ngay', en: 'Try again now' },
});

export function WaitingTable({ caption, path, dossiers, canRetry }: WaitingTableProps) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={dossiers}
      keyOf={({ id }) => id}
      columns={[
        { key: 'code', head: words.code, names: true, cell: ({ code }) => <span class="vc-whole">{code}</span> },
        { key: 'since', head: words.since, digits: true, cell: ({ since }) => timeInTable(since, locale) },
        { key: 'why', head: words.why, cell: (one) => <Why {...one} /> },
        { key: 'status', head: words.status, cell: (one) => <Next {...one} /> },
        ...(canRetry
          ? [{ key: 'act', head: words.act, cell: (one: WaitingDossier) => <Retry path={path} {...one} /> }]
          : []),
      ]}
    />
  );
}

function Why({ fault, said, attempts, nextAt }: WaitingDossier) {
  const locale = useLocale();
  const words = texts(locale);
  if (fault === null) return <span class="vc-quiet">{words.inTurn}</span>;
  return (
    <>
      {inLanguage(FAULT_NAMES[fault], locale).text}
      {said && ` (${said})`}
      <div class="vc-caption vc-whole">{words.tries(attempts, timeInTable(nextAt, locale))}</div>
    </>
  );
}

function Next({ status, messages }: WaitingDossier) {
  const locale = useLocale();
  return (
    <>
      <span class="vc-whole">{inLanguage(STATUS_NAMES[status], locale).text}</span>
      <div class="vc-caption vc-whole">{texts(locale).messages(messages)}</div>
    </>
  );
}

function Retry({ path, id, code, fault }: WaitingDossier & { path: string }) {
  if (fault === null) return null;
  return (
    <CommandForm action={`${path}/${id}/thu-lai`}>
      <Button variant="secondary">
        <span class="vc-whole">{texts(useLocale()).retry}</span>
        <span class="ds-sr-only">: {code}</span>
      </Button>
    </CommandForm>
  );
}
