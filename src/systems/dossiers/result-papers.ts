/** Result papers (văn bản kết quả): printed from template and answers, signed by the person, numbered and sealed for the agency, stored. */
import { createHash } from 'node:crypto';
import { type QueryExecutorProvider, sql } from 'kysely';
import { dayOf, type Instant } from '../../platform/calendar/instant.ts';
import { type Refusal, refuse } from '../../platform/cases/decision.ts';
import type { DocumentFault } from '../../platform/documents/document-fault.ts';
import { officeErrors, renderResult, type ResultRequest } from '../../platform/documents/results/render-result.ts';
import { OFFICE_PART, type ResultTemplate } from '../../platform/documents/results/compile-template.ts';
import { findKey } from '../../platform/documents/signatures/key-ring.ts';
import { sealAsAgency, signAsPerson } from '../../platform/documents/signatures/sign.ts';
import { storeFile } from '../../platform/files/store-file.ts';
import type { Answers } from '../../platform/forms/answers.ts';
import type { FieldError } from '../../platform/forms/field-error.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import { PROVINCE_NAME } from '../../platform/organisation/province.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { getVersion } from '../procedures/index.ts';
import { findCopiedPages } from './copied-pages.ts';
import type { LoadedDossier } from './load-dossier.ts';
import { type ResultKind, templateFor } from './result-templates.ts';

export interface PaperSigner {
  /** Of the position: whose key it is. */
  readonly positionId: string;
  readonly name: string;
  /** A line each; whose place it is signed in comes first. */
  readonly titles: readonly string[];
  /** By delegation of one person: not for the collective that the template names above. */
  readonly delegated?: boolean;
}

export interface PaperAgency {
  readonly id: string;
  readonly name: string;
  readonly parent: string | undefined;
  readonly place: string;
}

/** A people's committee stands alone in the letterhead, another body under its authority (NĐ 30/2020, Phụ lục I). */
export async function findAgency(db: QueryExecutorProvider, unitId: string): Promise<PaperAgency> {
  const rows = await sql<{ name: LocalText; kind: string; parent: LocalText | null; place: string }>`
    select u.name, u.kind, p.name as parent, coalesce(a.proper, ${PROVINCE_NAME}) as place
    from organisation.unit u left join organisation.unit p on p.id = u.parent_id left join organisation.area a on a.id = u.area_id
    where u.id = ${unitId}
  `.execute(db);
  const row = rows.rows[0];
  if (!row) throw new Error(`unit ${unitId} is gone`);
  const parent = row.kind === 'people-committee' ? undefined : row.parent?.vi;
  return { id: unitId, name: row.name.vi, parent, place: row.place };
}

export interface ResultDraft {
  readonly template: ResultTemplate;
  readonly request: ResultRequest;
  /** What the office has still to fill in. */
  readonly missing: readonly FieldError[];
  /** Scans of the original that cannot be printed, being no pictures. */
  readonly unprinted: number;
}

export interface ResultQuestion {
  readonly kind: ResultKind;
  /** The office's part; that of the dossier unless given. */
  readonly office?: Answers;
  readonly signer?: PaperSigner;
  readonly checkCode?: string;
  /** The paper that this one takes the place of. */
  readonly corrects?: ResultRequest['corrects'];
  readonly at: Instant;
}

export async function draftResult(
  platform: Platform,
  dossier: LoadedDossier,
  { kind, office = dossier.office, signer, checkCode, corrects, at }: ResultQuestion,
): Promise<ResultDraft> {
  const { db } = platform;
  const version = await getVersion(db, dossier.versionId);
  if (!version) throw new Error(`the pinned version ${dossier.versionId} is gone`);
  const template = await templateFor(db, { definition: dossier.definition, form: version.form, kind, at });
  const agency = await findAgency(db, dossier.competentUnit);
  const copied = kind === 'approved' ? await findCopiedPages(platform, dossier) : undefined;
  const request: ResultRequest = {
    answers: { ...dossier.answers, [OFFICE_PART]: office },
    issue: {
      agency: agency.name,
      ...(agency.parent === undefined ? {} : { parent: agency.parent }),
      place: agency.place,
      procedure: dossier.definition.name.vi,
      result: (dossier.definition.results[0]?.name ?? dossier.definition.name).vi,
      dossierCode: dossier.code,
      receivedOn: dayOf(dossier.receivedAt ?? dossier.openedAt),
      decidedOn: dayOf(at),
      signer: {
        name: signer?.name ?? '…',
        position: (signer?.titles ?? ['…']).map((title) => title.toLocaleUpperCase('vi')),
        ...(signer?.delegated && { delegated: true }),
      },
    },
    context: { today: dayOf(dossier.openedAt), channel: dossier.channel, commune: dossier.areaCode, case: '' },
    ...(corrects ? { corrects } : {}),
    ...(checkCode === undefined ? {} : { check: publicCheck(platform, checkCode) }),
    ...(copied && { scans: copied.pages }),
    simulated: platform.mode !== 'production',
  };
  return { template, request, missing: officeErrors(template, request), unprinted: copied?.others ?? 0 };
}

const publicCheck = ({ config }: Platform, code: string): NonNullable<ResultRequest['check']> => {
  const url = `${config.publicUrl ?? `http://${config.host}:${config.port}`}/xac-minh/${code}`;
  return { url, lines: ['Quét mã QR để kiểm tra văn bản này.', url, `Mã kiểm tra: ${code}`] };
};

export interface PaperFile {
  readonly id: string;
  readonly sha256: string;
}

/** The paper with the person's signature, stored; or why it can't be signed. */
export async function signPaper(
  platform: Platform,
  dossier: LoadedDossier,
  question: ResultQuestion & { readonly signer: PaperSigner; readonly checkCode: string },
): Promise<PaperFile | Refusal> {
  const { template, request, missing, unprinted } = await draftResult(platform, dossier, question);
  if (unprinted > 0) return refuse('dossiers.copy-not-pictures');
  if (missing.length > 0)
    return refuse('dossiers.result-incomplete', { fields: missing.map((error) => error.message.vi).join(' ') });
  const rendered = await renderResult(template, request, question.at);
  if (rendered.fault) return paperRefusal(rendered.fault);
  const { signer, at } = question;
  const reading = findKey(platform, { id: signer.positionId, name: signer.name, organisation: request.issue.agency });
  if (!reading.key) return paperRefusal(reading.fault);
  const signed = await signAsPerson(rendered.pdf, reading.key, { name: signer.name, at, reason: 'Ký kết quả' });
  if (!signed.pdf) return paperRefusal(signed.fault);
  return keep(platform, dossier, { bytes: signed.pdf, at, name: `${dossier.code}-da-ky.pdf` });
}

/** The signed paper with number, date and the agency's seal, stored under the name a citizen keeps it by. */
export async function sealPaper(
  platform: Platform,
  dossier: LoadedDossier,
  { signed, number, agency, at }: { signed: Uint8Array; number: string; agency: PaperAgency; at: Instant },
): Promise<PaperFile | Refusal> {
  const reading = findKey(platform, { id: agency.id, name: agency.name, organisation: agency.name });
  if (!reading.key) return paperRefusal(reading.fault);
  const sealed = await sealAsAgency(signed, reading.key, { agency: agency.name, number, place: agency.place, at });
  if (!sealed.pdf) return paperRefusal(sealed.fault);
  return keep(platform, dossier, { bytes: sealed.pdf, at, name: `${dossier.code}-ket-qua.pdf` });
}

async function keep(
  { db, config }: Platform,
  dossier: LoadedDossier,
  paper: { bytes: Uint8Array; name: string; at: Instant },
): Promise<PaperFile | Refusal> {
  const owner = { type: 'dossier', id: dossier.id };
  const stored = await storeFile({ db, config }, { ...paper, mime: 'application/pdf', purpose: 'result', owner });
  if (!stored.file) throw new Error(`a result paper was not stored: ${stored.fault.code}`);
  return { id: stored.file.id, sha256: createHash('sha256').update(paper.bytes).digest('hex') };
}

const paperRefusal = (fault: DocumentFault): Refusal =>
  refuse('dossiers.paper-not-made', { reason: fault.message.vi, code: fault.code });
