/** Public verification (xác minh văn bản): what a paper with this code is, and whether a file is that paper. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Instant } from '../../../platform/calendar/instant.ts';
import { trustedAuthorities } from '../../../platform/documents/signatures/key-ring.ts';
import { checkFile, type FileCheck } from '../../../platform/documents/verification.ts';
import { readVerificationCode } from '../../../platform/documents/verification-code.ts';
import {
  type Answer,
  type Exchange,
  fieldOf,
  get,
  page,
  post,
  type Route,
  seeOther,
} from '../../../platform/http/route.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { VerifyPage, type VerifiedPaper } from '../pages/verify-page.tsx';
import type { DossierTables } from '../tables.ts';

type Asked = Exchange<DossierTables>;

const UPLOAD_LIMIT = 24 * 1024 * 1024;

export const verifyRoutes: readonly Route<DossierTables>[] = [
  get('/xac-minh', 'public', ({ query }) => {
    const typed = fieldOf(query, 'ma').slice(0, 40);
    const code = readVerificationCode(typed);
    return code
      ? seeOther(`/xac-minh/${code}`)
      : page(<VerifyPage typed={typed} paper={undefined} />, typed ? 404 : 200);
  }),
  get('/xac-minh/:code', 'public', (exchange) => show(exchange), { perMinute: 60 }),
  post('/xac-minh/:code', 'public', check, { perMinute: 30, bodyLimit: UPLOAD_LIMIT }),
];

async function show({ db, params }: Asked, checked?: FileCheck): Promise<Answer> {
  const code = readVerificationCode(params.code ?? '');
  const paper = code === undefined ? undefined : await findPaper(db, code);
  if (!paper) return page(<VerifyPage typed={params.code ?? ''} paper={undefined} />, 404);
  return page(<VerifyPage typed={paper.code} paper={paper} checked={checked} />);
}

/** The file is compared and forgotten: nothing of it is kept. */
async function check(exchange: Asked): Promise<Answer> {
  const { db, params, uploads, platform } = exchange;
  const [upload] = uploads.filter((one) => one.field === 'file');
  const code = readVerificationCode(params.code ?? '');
  const paper = code === undefined ? undefined : await findPaper(db, code);
  if (!paper || !upload) return show(exchange);
  return show(exchange, checkFile(upload.bytes, paper, trustedAuthorities(platform)));
}

interface PaperFound {
  code: string;
  number: string | null;
  title: string;
  unit: LocalText;
  digest: string;
  signers: readonly { readonly holder?: string; readonly test?: boolean }[];
  issuedAt: Instant;
  replacedBy: string | null;
  revokedAt: Instant | null;
}

async function findPaper(db: QueryExecutorProvider, code: string): Promise<VerifiedPaper | undefined> {
  const found = await sql<PaperFound>`
    select d.code, d.number, d.title, u.name as unit, d.digest, d.signers, d.issued_at as "issuedAt", r.code as "replacedBy",
      d.revoked_at as "revokedAt"
    from documents.issued_document d join organisation.unit u on u.id = d.unit_id
      left join documents.issued_document r on r.id = d.replaced_by
    where d.code = ${code}
  `.execute(db);
  const [row] = found.rows;
  if (!row) return undefined;
  return {
    code: row.code,
    title: row.title,
    unit: row.unit,
    digest: row.digest,
    signers: row.signers,
    issuedAt: row.issuedAt,
    number: row.number,
    replacedBy: row.replacedBy,
    revokedAt: row.revokedAt,
  };
}
