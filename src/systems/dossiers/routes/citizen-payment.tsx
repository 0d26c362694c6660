/** Paying what a dossier asks: the ways to pay, and the QR code as a picture to keep. */
import { qrPng } from '../../../platform/documents/qr.ts';
import {
  type Answer,
  type Exchange,
  fieldOf,
  file,
  get,
  notFound,
  page,
  type Route,
} from '../../../platform/http/route.ts';
import { preparePayPage } from '../../payments/index.ts';
import type { DossierView } from '../dossier-view.ts';
import { feeLines } from '../fee-lines.ts';
import { PaymentPage } from '../pages/payment-page.tsx';
import type { DossierTables } from '../tables.ts';
import { withView } from './citizen-dossiers.tsx';

type Asked = Exchange<DossierTables>;

export const paymentRoutes: readonly Route<DossierTables>[] = [
  get('/ho-so/:code/nop-tien', 'citizen', (exchange) => withView(exchange, (view) => paymentPage(exchange, view))),
  get('/ho-so/:code/nop-tien/ma-qr.png', 'citizen', (exchange) => withView(exchange, qrPicture)),
];

async function paymentPage(
  { db, platform, query }: Asked,
  { dossier, payment, receipts, refunds, billed }: DossierView,
): Promise<Answer> {
  return page(
    <PaymentPage
      dossier={dossier}
      request={payment}
      receipts={receipts}
      refunds={refunds}
      items={feeLines(dossier, billed)}
      payPageComes={payment !== undefined && (await preparePayPage(db, platform, payment))}
      isBack={fieldOf(query, 'tu') === 'ngan-hang'}
    />,
  );
}

async function qrPicture({ dossier, payment }: DossierView): Promise<Answer> {
  if (dossier.waiting !== 'financial-obligation' || !payment) return notFound;
  return file(await qrPng(payment.qrText), 'image/png', `vietqr-${dossier.code}.png`, false);
}
