/** Papers to open: a dossier's files, and the slips that the office gave. */
import { isId } from '../../../platform/db/ids.ts';
import { findFiles, readFileBytes } from '../../../platform/files/store-file.ts';
import { type Answer, type Exchange, get, notFound, page, type Route } from '../../../platform/http/route.ts';
import { printPaper } from '../../../platform/documents/paper/print-paper.ts';
import { paperAnswer, pdfOf } from '../../../platform/documents/preview/paper-answer.ts';
import { resultPaper } from '../../../platform/documents/results/render-result.ts';
import type { Platform } from '../../../platform/system/platform.ts';
import type { DossierView } from '../dossier-view.ts';
import { draftResult } from '../result-papers.ts';
import { mayOpenFile } from '../file-readers.ts';
import { ClosedFilePage } from '../pages/closed-file-page.tsx';
import { isDossierSlip, printDossierSlip } from '../slip-papers.ts';
import type { DossierTables } from '../tables.ts';
import { originOf } from './citizen.ts';
import { withView } from './citizen-dossiers.tsx';

export const paperRoutes: readonly Route<DossierTables>[] = [
  get('/tep/:file', 'signed-in', openFile),
  get('/ho-so/:code/du-thao/ban-du-thao.pdf', 'citizen', (exchange) =>
    withView(exchange, (view) => draftPaper(exchange, view)),
  ),
  get('/ho-so/:code/giay-to/:paper', 'citizen', (exchange) =>
    withView(exchange, async (view) => {
      const meaning = (exchange.params.paper ?? '').replace(/\.pdf$/, '');
      const pdf = isDossierSlip(meaning)
        ? await printDossierSlip(exchange.db, view, meaning, originOf(exchange))
        : undefined;
      return pdf ? paperAnswer(exchange, pdfOf(pdf, `${view.dossier.code}-${meaning}.pdf`)) : notFound;
    }),
  ),
];

/** What the result will look like, while its applicant is asked about it: without number, date and signatures. */
async function draftPaper(exchange: Exchange<DossierTables>, { dossier }: DossierView): Promise<Answer> {
  const { platform, clock } = exchange;
  if (dossier.waiting !== 'draft-confirmation') return notFound;
  const at = clock();
  const { template, request } = await draftResult(platform as unknown as Platform, dossier, { kind: 'approved', at });
  const pdf = await printPaper(resultPaper(template, request), at);
  return paperAnswer(exchange, pdfOf(pdf, `${dossier.code}-du-thao.pdf`));
}

async function openFile(exchange: Exchange<DossierTables>): Promise<Answer> {
  const { db, platform, params, signedIn, clock, locale } = exchange;
  const { config } = platform;
  const [found] = isId(params.file ?? '') ? await findFiles({ db, config }, { ids: [params.file ?? ''] }) : [];
  if (!found || !signedIn || !(await mayOpenFile(db, found, { signedIn, now: clock() }))) return notFound;
  if (found.closed)
    return page(
      <ClosedFilePage name={found.name} reason={found.closed.message[locale] ?? found.closed.message.vi} />,
      423,
    );
  const bytes = await readFileBytes(config, found.digest);
  if (!bytes) throw new Error(`the store has lost the content of file ${found.id}`);
  return paperAnswer(exchange, { bytes, type: found.mime, name: found.name });
}
