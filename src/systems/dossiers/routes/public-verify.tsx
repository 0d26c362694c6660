/** Public verification (xác minh văn bản): what a paper with this code is, and whether a file is that paper. */
import { dayOf } from '../../../platform/calendar/instant.ts';
import { findIssuedDocument } from '../../../platform/documents/issued-document.ts';
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
import { findUnit } from '../../../platform/organisation/find-units.ts';
import { VerifyPage, type VerifiedPaper } from '../pages/verify-page.tsx';
import type { DossierTables } from '../tables.ts';

type Asked = Exchange<DossierTables>;

const UPLOAD_LIMIT = 24 * 1024 * 1024;

export const verifyRoutes: readonly Route<DossierTables>[] = [
  get('/xac-minh', 'public', ({ query, clock }) => {
    const typed = fieldOf(query, 'ma').slice(0, 40);
    const code = readVerificationCode(typed);
    return code
      ? seeOther(`/xac-minh/${code}`)
      : page(<VerifyPage typed={typed} paper={undefined} today={dayOf(clock())} />, typed ? 404 : 200);
  }),
  get('/xac-minh/:code', 'public', (exchange) => show(exchange), { perMinute: 60 }),
  post('/xac-minh/:code', 'public', check, { perMinute: 30, bodyLimit: UPLOAD_LIMIT }),
];

async function show({ db, params, clock }: Asked, checked?: FileCheck): Promise<Answer> {
  const code = readVerificationCode(params.code ?? '');
  const paper = code === undefined ? undefined : await findPaper(db, code);
  if (!paper) return page(<VerifyPage typed={params.code ?? ''} paper={undefined} today={dayOf(clock())} />, 404);
  return page(<VerifyPage typed={paper.code} paper={paper} checked={checked} today={dayOf(clock())} />);
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

async function findPaper(db: Asked['db'], code: string): Promise<VerifiedPaper | undefined> {
  const paper = await findIssuedDocument(db, code);
  const unit = paper && (await findUnit(db, paper.unitId));
  return paper && unit && { ...paper, unit: unit.name };
}
