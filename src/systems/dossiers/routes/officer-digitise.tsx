/** Routes of digitisation: the papers of a dossier taken in at this counter, each brought through its four steps by presses of one page. */
import type { Outcome } from '../../../platform/cases/act.ts';
import { newId } from '../../../platform/db/ids.ts';
import { storeFile } from '../../../platform/files/store-file.ts';
import { problemOf } from '../../../platform/http/problem.ts';
import {
  type Answer,
  commandIdOf,
  fieldOf,
  get,
  notFound,
  page,
  post,
  type Route,
  seeOther,
} from '../../../platform/http/route.ts';
import { checkPaper, signDigitisedPaper } from '../digitise.ts';
import type { ScannedPage } from '../dossier-state.ts';
import { codePaper, scanPaper } from '../dossiers.ts';
import type { LoadedDossier } from '../load-dossier.ts';
import { DIGITISE, DigitisePage } from '../pages/counter/digitise-page.tsx';
import type { DossierTables } from '../tables.ts';
import { MOST_PAGES } from '../turns/digitisation.ts';
import { signerOf } from './acts-of-forms.ts';
import { deskOf, type DossierExchange, findTakenDossier, officerOf, takenScope } from './desk.ts';

const access = { permission: 'dossiers.receive' } as const;

export const officerDigitiseRoutes: readonly Route<DossierTables>[] = [
  get(`${DIGITISE}/:code`, access, (exchange) => showPapers(exchange)),
  post(`${DIGITISE}/:code`, access, doStep, { bodyLimit: 60 * 1024 * 1024 }),
];

async function showPapers(exchange: DossierExchange, refused?: string, status = 200): Promise<Answer> {
  const dossier = await findTakenDossier(exchange, exchange.params.code ?? '');
  if (!dossier) return notFound;
  return page(<DigitisePage dossier={dossier} refused={refused} />, status);
}

async function doStep(exchange: DossierExchange): Promise<Answer> {
  const { form, platform, locale } = exchange;
  const dossier = await findTakenDossier(exchange, exchange.params.code ?? '');
  if (!dossier) return notFound;
  const component = fieldOf(form, 'component');
  const outcome = await act(exchange, dossier, component);
  if (typeof outcome === 'string') return showPapers(exchange, outcome, 422);
  if (outcome.kind === 'done') return seeOther(`${DIGITISE}/${dossier.code}#${component}`);
  if (outcome.kind === 'not-found') return notFound;
  return showPapers(exchange, problemOf(outcome, platform.registry, locale).title, 409);
}

/** The button says the step; a string is why an upload was not taken. */
async function act(exchange: DossierExchange, dossier: LoadedDossier, component: string): Promise<Outcome | string> {
  const { form, platform } = exchange;
  const desk = await deskOf(exchange, access.permission);
  // the office keeps the papers it took in, though the dossier has gone on to another
  const who = { ...desk, scope: takenScope(desk.scope) };
  const command = { commandId: commandIdOf(exchange) ?? newId(), caseId: dossier.id, component };
  const step = fieldOf(form, 'step');
  if (step === 'check') return checkPaper(platform.acting, who, command);
  if (step === 'code') return codePaper(platform.acting, who, command);
  if (step === 'sign') {
    const signer = await signerOf({ exchange, who });
    if (!signer) return { kind: 'refusal', code: 'dossiers.not-received-here', values: {} };
    return signDigitisedPaper(platform, who, { ...command, signer });
  }
  const pages = dossier.digitisations.find((one) => one.component === component)?.pages ?? [];
  const changed = step === 'add' ? await addPages(exchange, dossier, { component, pages }) : changePages(pages, step);
  return typeof changed === 'string' ? changed : scanPaper(platform.acting, who, { ...command, pages: changed });
}

/** `up.<file>`, `turn.<file>`, `drop.<file>`: what was pressed beside a page. Pressed again it finds the page as it now is. */
function changePages(pages: readonly ScannedPage[], step: string): readonly ScannedPage[] {
  const [what = '', file = ''] = step.split('.');
  const at = pages.findIndex((one) => one.file === file);
  const chosen = pages[at];
  if (!chosen) return pages;
  if (what === 'drop') return pages.filter((one) => one !== chosen);
  if (what === 'turn') return pages.with(at, { ...chosen, turn: ((chosen.turn + 90) % 360) as ScannedPage['turn'] });
  const before = pages[at - 1];
  return what === 'up' && before ? pages.with(at - 1, chosen).with(at, before) : pages;
}

async function addPages(
  { uploads, db, platform, clock, ...exchange }: DossierExchange,
  dossier: LoadedDossier,
  { component, pages }: { readonly component: string; readonly pages: readonly ScannedPage[] },
): Promise<readonly ScannedPage[] | string> {
  const given = uploads
    .filter(({ field }) => field === `pages.${component}` || field === `photo.${component}`)
    .slice(0, MOST_PAGES);
  const added: ScannedPage[] = [];
  for (const upload of given) {
    const { file, fault } = await storeFile(
      { db, config: platform.config },
      {
        name: upload.name,
        mime: upload.type,
        bytes: upload.bytes,
        purpose: 'photo',
        owner: { type: 'dossier', id: dossier.id },
        component,
        uploadedBy: officerOf(exchange).accountId,
        at: clock(),
      },
    );
    if (!file) return `${upload.name}: ${fault.message.vi}`;
    if (file.type !== 'jpeg' && file.type !== 'png') return `${upload.name}: chọn ảnh JPG hoặc PNG.`;
    added.push({ file: file.id, turn: 0 });
  }
  return added.length === 0 ? 'Chọn ít nhất một trang để thêm.' : [...pages, ...added];
}
