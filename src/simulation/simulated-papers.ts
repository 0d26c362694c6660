/** Simulated papers: one page that says what it is, stored like every other file for whoever hands it in. */
import type { Instant } from '../platform/calendar/instant.ts';
import { printPaper } from '../platform/documents/paper/print-paper.ts';
import type { FilePurpose } from '../platform/files/purpose.ts';
import { storeFile } from '../platform/files/store-file.ts';
import type { Platform } from '../platform/system/platform.ts';

export interface PaperToStore {
  readonly caseId: string;
  readonly purpose: FilePurpose;
  readonly component?: string;
  readonly by?: string;
  readonly at: Instant;
}

export interface SimulatedPapers {
  store(paper: PaperToStore): Promise<{ readonly id: string; readonly sha256: string }>;
}

/** The same bytes each time: the store keeps them once, however many dossiers name them. */
export async function openSimulatedPapers({ db, config }: Platform, at: Instant): Promise<SimulatedPapers> {
  const print = (title: string, text: string) =>
    printPaper(
      {
        title,
        format: 'A5',
        letterhead: { body: 'TỈNH MÔ PHỎNG' },
        warning: 'MÔ PHỎNG, KHÔNG CÓ GIÁ TRỊ / SIMULATED, NOT VALID',
        blocks: [
          { kind: 'title', text: title },
          { kind: 'paragraph', runs: [{ text }] },
        ],
      },
      at,
    );
  const pages = {
    component: await print('GIẤY TỜ MÔ PHỎNG', 'Giấy tờ này do chương trình tạo ra cho một hồ sơ mô phỏng.'),
    result: await print(
      'KẾT QUẢ MÔ PHỎNG',
      'Kết quả này do chương trình tạo ra cho một hồ sơ mô phỏng; không có chữ ký số.',
    ),
  };
  return {
    async store({ caseId, purpose, component, by, at: when }) {
      const stored = await storeFile(
        { db, config },
        {
          name: purpose === 'result' ? 'ket-qua-mo-phong.pdf' : 'giay-to-mo-phong.pdf',
          mime: 'application/pdf',
          bytes: purpose === 'result' ? pages.result : pages.component,
          purpose,
          owner: { type: 'dossier', id: caseId },
          ...(component === undefined ? {} : { component }),
          ...(by === undefined ? {} : { uploadedBy: by }),
          at: when,
        },
      );
      if (stored.fault) throw new Error(`a simulated paper was not taken: ${stored.fault.code}`);
      return { id: stored.file.id, sha256: stored.file.digest };
    },
  };
}
