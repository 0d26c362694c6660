/** Routes on which a template of a paper is written: its blocks moved about without saving, and the whole saved as a draft once nothing is wrong with it. */
import type { ResultTemplateDefinition } from '../../../platform/documents/results/definition.ts';
import { platformPart } from '../../../platform/db/platform-part.ts';
import { saveDraft } from '../../../platform/documents/templates/write-template.ts';
import {
  type Answer,
  fieldOf,
  get,
  notFound,
  outcomePage,
  page,
  post,
  type Route,
  seeOther,
} from '../../../platform/http/route.ts';
import { problemOf } from '../../../platform/http/problem.ts';
import { actorOf } from '../../../platform/identity/signed-in.ts';
import type { Locale } from '../../../platform/i18n/texts.ts';
import type { Fault } from '../../../platform/pack/fault.ts';
import type { FieldError } from '../../../platform/web/components/error-summary/error-summary.tsx';
import type { DossierTables } from '../tables.ts';
import { availableFields } from './available-fields.ts';
import { paperPath } from './pages/paper-words.ts';
import { PaperEditPage } from './pages/paper-edit-page.tsx';
import { WithFields } from './pages/with-fields.tsx';
import { type Asked, editPapers, findPaper, numberOf, ONE_PAPER, own, type Own } from './paper-routes.tsx';
import { compilePaper, titleOf } from './paper-template.ts';
import { readWriting, rearranged } from './read-writing.ts';
import { readContent, writeContent, type Writing } from './writing.ts';

/** A hundred blocks of two thousand letters, as a form sends them. */
const MOST = { bodyLimit: 2_000_000 };

export const paperEditRoutes: readonly Route<DossierTables>[] = [
  get(`${ONE_PAPER}/sua`, editPapers, (exchange) => showEdit(exchange)),
  post(`${ONE_PAPER}/sua`, editPapers, own(save), MOST),
];

interface Written {
  readonly writing: Writing;
  readonly shown: number;
  readonly errors?: readonly FieldError[];
}

async function showEdit(exchange: Asked, written?: Written): Promise<Answer> {
  const { db, params } = exchange;
  const found = await findPaper(exchange);
  if (!found) return notFound;
  const { inForce, draft } = found;
  const saved = draft?.content ?? inForce.content;
  const known = (await compilePaper(db, inForce.kind, saved)).template;
  return page(
    <PaperEditPage
      code={params.code ?? ''}
      kind={inForce.kind}
      title={titleOf(inForce.kind, inForce.content)}
      writing={written?.writing ?? writeContent(inForce.kind, saved)}
      shown={written?.shown ?? draft?.version ?? 0}
      printed={draft ? `nhap-${draft.version}` : `pb-${inForce.version}`}
      available={known ? availableFields(known) : { fields: [], rows: [] }}
      required={requiredIn(inForce.content)}
      {...(written?.errors ? { errors: written.errors } : {})}
    />,
    written?.errors ? 422 : 200,
  );
}

async function save(exchange: Own): Promise<Answer> {
  const { db, params, form, signedIn, clock, locale, platform } = exchange;
  const code = params.code ?? '';
  const found = await findPaper(exchange);
  if (!found) return notFound;
  const { kind, content: before } = found.inForce;
  const writing = readWriting(kind, form);
  const shown = numberOf(form, 'shown');
  const moved = rearranged(writing, fieldOf(form, 'lam'));
  if (moved) return showEdit(exchange, { writing: moved, shown });
  const { content, faults } = readContent(kind, writing, before);
  const wrong = faults.length > 0 ? faults : ((await compilePaper(db, kind, content)).faults ?? []);
  if (wrong.length > 0) return showEdit(exchange, { writing, shown, errors: errorsOf(wrong, locale) });
  const saved = await saveDraft(platformPart(db), actorOf(signedIn), { code, content, shown, at: clock() });
  if (saved.kind === 'saved') return seeOther(`${paperPath(code)}/sua`);
  if (saved.code !== 'documents.nothing-new') return outcomePage(saved, `${paperPath(code)}/sua`);
  return showEdit(exchange, {
    writing,
    shown,
    errors: [{ message: problemOf(saved, platform.registry, locale).title }],
  });
}

const errorsOf = (faults: readonly Fault[], locale: Locale): FieldError[] =>
  faults.map(({ at, message }) => {
    const name = placeOf(at);
    const [, block] = /^body\.(\d+)\./.exec(name ?? '') ?? [];
    const where = block === undefined ? '' : `${BLOCK[locale]} ${Number(block) + 1}: `;
    return { ...(name === undefined ? {} : { name }), message: <WithFields text={`${where}${message[locale]}`} /> };
  });

const BLOCK = { vi: 'Khối', en: 'Block' };

/** The field of the page that a fault's path belongs to. */
function placeOf(at: string): string | undefined {
  const [, block, part] = /^body\.(\d+)(?:\.(when|each)$)?/.exec(at) ?? [];
  if (block !== undefined) return `body.${block}.${part ?? 'text'}`;
  if (at.startsWith('title')) return at.endsWith('.en') ? 'title_en' : 'title';
  if (at.startsWith('signers')) return 'signers';
  if (at.startsWith('signer.')) return at.split('.')[1];
  return /^(number|rule|symbol|recipients)/.exec(at)?.[1];
}

/** Always, or in some cases. */
function requiredIn(content: unknown): readonly string[] {
  const { required = [], requiredSometimes = [] } = content as Partial<ResultTemplateDefinition>;
  return [...required, ...requiredSometimes];
}
