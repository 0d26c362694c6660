/** Result templates: the paper a dossier ends in, as published where the procedure names one, else a general letter of reply. */
import type { Instant } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import { compileTemplate, type ResultTemplate } from '../../platform/documents/results/compile-template.ts';
import { listVersions, type TemplateVersion } from '../../platform/documents/templates/template-store.ts';
import { versionAt } from '../../platform/documents/templates/template-version.ts';
import type { Form } from '../../platform/forms/form.ts';
import type { FormLists } from '../../platform/forms/form-lists.ts';
import type { ProcedureDefinition } from '../procedures/index.ts';

export type ResultKind = 'approved' | 'rejected';

export interface TemplateQuestion {
  readonly definition: ProcedureDefinition;
  readonly form: Form;
  readonly kind: ResultKind;
  /** When the paper is made: its words are those in force then. */
  readonly at: Instant;
}

/** Versions never change, so each is compiled once for a form. */
const compiled = new WeakMap<Form, Map<string, ResultTemplate | undefined>>();

/** Throws when no letter of the pack fits either: the pack was never loaded, or an administrator's letter has gone wrong. */
export async function templateFor(db: Db, asked: TemplateQuestion): Promise<ResultTemplate> {
  const { definition, form, kind, at } = asked;
  const named = kind === 'approved' ? definition.results.find((result) => result.template)?.template : undefined;
  const letter = kind === 'approved' ? GENERAL_LETTER : REJECTION;
  const codes = named === undefined ? [letter] : [named, letter];
  const all = await listVersions(db, codes);
  const versions = codes.flatMap((one) =>
    inOrder(
      all.filter(({ code }) => code === one),
      at,
    ),
  );
  for (const { code, version, content } of versions) {
    const template = once(form, `${code} ${version}`, () => compileFor(form, content).template);
    if (template) return code === GENERAL_LETTER ? titled(template, definition) : template;
  }
  throw new Error(`no template serves a result of ${definition.code}`);
}

/** Of a result whose procedure names no template; and, with reasons, of a request that is not granted (NĐ 61/2018 Điều 19). */
const GENERAL_LETTER = 'general-result';
const REJECTION = 'rejection';

/** A general letter is called what the procedure gives. */
function titled(template: ResultTemplate, { results, name }: ProcedureDefinition): ResultTemplate {
  return { ...template, definition: { ...template.definition, title: results[0]?.name ?? name } };
}

/** The version in force, then older ones: a dossier pinned to a form of before is served by the words of before. */
function inOrder(versions: readonly TemplateVersion[], at: Instant): readonly TemplateVersion[] {
  const inForce = versionAt(versions, at);
  const older = versions.filter(({ version }) => inForce !== undefined && version < inForce.version).toReversed();
  return inForce ? [inForce, ...older] : [];
}

function once(form: Form, key: string, compile: () => ResultTemplate | undefined): ResultTemplate | undefined {
  const known = compiled.get(form) ?? new Map<string, ResultTemplate | undefined>();
  compiled.set(form, known);
  if (!known.has(key)) known.set(key, compile());
  return known.get(key);
}

/** Of another form than the template's it has faults, and the next version or the general letter serves it. */
function compileFor(form: Form, content: unknown) {
  const lists: FormLists = (name) => (name === 'communes' ? form.communes : undefined);
  const { definition } = form;
  return compileTemplate(content, (code) => (code === undefined || code === definition.code ? definition : undefined), {
    lists,
  });
}
