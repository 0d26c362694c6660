/** Scans at the counter: what comes with a press of its form, kept for the next one. */
import { isId } from '../../../platform/db/ids.ts';
import { findFiles, storeFile } from '../../../platform/files/store-file.ts';
import { fieldOf, valuesOf } from '../../../platform/http/route.ts';
import type { PinnedVersion } from '../../procedures/index.ts';
import type { KeptScan } from '../pages/counter/receive-form.tsx';
import { type DossierExchange, officerOf } from './desk.ts';

interface Kept {
  readonly files: readonly KeptScan[];
  /** Says which scan can't be taken. */
  readonly fault?: string;
}

/** Scans are stored before anything else is judged: what is sent once is not lost to a mistake elsewhere in the form. */
export async function keepScans(exchange: DossierExchange, version: PinnedVersion, caseId: string): Promise<Kept> {
  const { uploads, db, platform, clock, form } = exchange;
  const uploadedBy = officerOf(exchange).accountId;
  const files: KeptScan[] = [...(await findKept(exchange, version, caseId))];
  for (const component of version.definition.components) {
    for (const upload of uploads.filter((one) => one.field === `scan.${component.key}`)) {
      const { file, fault } = await storeFile(
        { db, config: platform.config },
        {
          name: upload.name,
          mime: upload.type,
          bytes: upload.bytes,
          purpose: 'component',
          owner: { type: 'dossier', id: caseId },
          component: component.key,
          uploadedBy,
          at: clock(),
        },
      );
      if (!file) return { files, fault: `${component.name.vi}: ${fault.message.vi}` };
      files.push({ component: component.key, fileId: file.id, name: file.name });
    }
  }
  return { files: files.filter(({ fileId }) => fieldOf(form, `drop.${fileId}`) !== 'true') };
}

/** What an earlier press of this form brought; only what this officer brought for this dossier. */
async function findKept(exchange: DossierExchange, version: PinnedVersion, caseId: string): Promise<KeptScan[]> {
  const { form, db, platform } = exchange;
  const said = version.definition.components.flatMap(({ key }) =>
    valuesOf(form, `kept.${key}`)
      .filter(isId)
      .map((fileId) => ({ component: key, fileId })),
  );
  const found = await findFiles({ db, config: platform.config }, { ids: said.map(({ fileId }) => fileId) });
  const own = new Map(
    found
      .filter((file) => file.ownerId === caseId && file.uploadedBy === officerOf(exchange).accountId)
      .map((file) => [file.id, file.name]),
  );
  return said.flatMap((one) => {
    const name = own.get(one.fileId);
    return name === undefined ? [] : [{ ...one, name }];
  });
}
