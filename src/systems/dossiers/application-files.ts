/** Files of an application: what arrives with a section is stored for its question; what is there is listed with its name. */
import type { Answers } from '../../platform/forms/answers.ts';
import { isAnswers } from '../../platform/forms/answers.ts';
import { errorAt, type FieldError } from '../../platform/forms/field-error.ts';
import { liveFields, liveForm } from '../../platform/forms/live-form.ts';
import { findFiles, storeFile } from '../../platform/files/store-file.ts';
import type { Exchange, Upload } from '../../platform/http/route.ts';
import { fileSizeText } from '../../platform/text/file-size.ts';
import type { HandedIn } from '../../platform/web/components/field/file-input.tsx';
import type { Application } from './application.ts';
import type { DossierTables } from './tables.ts';

export interface StoredUploads {
  /** Ids by path of the question. */
  readonly stored: Readonly<Record<string, readonly string[]>>;
  readonly errors: readonly FieldError[];
}

/** Uploads under names that the section does not ask for are left out. */
export async function storeUploads(
  { db, platform, uploads, clock, signedIn }: Exchange<DossierTables>,
  { draft, version, context }: Application,
  section: string,
): Promise<StoredUploads> {
  const live = liveForm(version.form, draft.answers, context).sections.find((one) => one.section.key === section);
  const questions = liveFields(live?.nodes ?? []).filter(({ field }) => field.node.field.kind === 'file');
  const stored: Record<string, string[]> = {};
  const errors: FieldError[] = [];
  for (const { field, where } of questions) {
    const { node, path } = field;
    if (node.field.kind !== 'file') continue;
    for (const upload of uploads.filter((one) => one.field === path)) {
      const { file, fault } = await storeFile(
        { db, config: platform.config },
        fileOf(upload, { owner: draft.id, component: node.field.component, by: signedIn?.accountId, at: clock() }),
      );
      if (file) (stored[path] ??= []).push(file.id);
      else errors.push(errorAt(path, where, fault, node.field));
    }
  }
  return { stored, errors };
}

function fileOf(
  { name, type, bytes }: Upload,
  given: { owner: string; component: string | undefined; by: string | undefined; at: ReturnType<Exchange['clock']> },
) {
  return {
    name,
    mime: type,
    bytes,
    purpose: 'component' as const,
    owner: { type: 'dossier', id: given.owner },
    ...(given.component && { component: given.component }),
    ...(given.by && { uploadedBy: given.by }),
    at: given.at,
  };
}

/** Every file that the answers name, with its size and the way to open it. */
export async function handedInOf(
  { db, platform, locale }: Exchange<DossierTables>,
  answers: Answers,
): Promise<HandedIn[]> {
  const files = await findFiles({ db, config: platform.config }, { ids: [...idsIn(answers)] });
  return files.map((file) => ({
    id: file.id,
    name: file.name,
    detail: file.closed ? file.closed.message[locale] : fileSizeText(file.size, locale),
    href: `/tep/${file.id}`,
  }));
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function* idsIn(value: unknown): Generator<string> {
  if (typeof value === 'string' && ID.test(value)) yield value;
  else if (Array.isArray(value)) for (const one of value) yield* idsIn(one);
  else if (isAnswers(value)) for (const one of Object.values(value)) yield* idsIn(one);
}
