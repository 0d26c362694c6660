/** The paper of a part: what a body of a linked procedure has issued, as it comes with the form that ends its part. */
import { storeFile } from '../../../platform/files/store-file.ts';
import type { LoadedDossier } from '../load-dossier.ts';
import { type DossierExchange, officerOf } from './desk.ts';

/** The stored file's id, or a sentence saying why it was not taken; neither where none was chosen. */
export async function storePartPaper(
  exchange: DossierExchange,
  { id }: LoadedDossier,
): Promise<{ readonly file?: string; readonly fault?: string }> {
  const { uploads, db, platform, clock, locale } = exchange;
  const upload = uploads.find(({ field, bytes }) => field === 'file' && bytes.length > 0);
  if (!upload) return {};
  const { file, fault } = await storeFile(
    { db, config: platform.config },
    {
      name: upload.name,
      mime: upload.type,
      bytes: upload.bytes,
      purpose: 'component',
      owner: { type: 'dossier', id },
      uploadedBy: officerOf(exchange).accountId,
      at: clock(),
    },
  );
  return file ? { file: file.id } : { fault: fault.message[locale] ?? fault.message.vi };
}
