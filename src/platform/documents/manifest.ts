/** Documents as the registry lists them: the templates of slips and result papers, and who may word them. */
import { ADMINISTRATOR } from '../permissions/permissions.ts';
import { defineSystem } from '../system/define-system.ts';
import { documentEntries } from './events.ts';
import { documentRefusals } from './refusals.ts';
import { loadDocumentTemplates } from './templates/load-templates.ts';

export const documents = defineSystem({
  id: 'documents',
  title: { vi: 'Văn bản', en: 'Documents' },
  uses: [],
  permissions: {
    'documents.edit-templates': {
      title: {
        vi: 'Sửa, công bố mẫu phiếu và giấy kết quả',
        en: 'Edit and publish templates of slips and result papers',
      },
      roles: [ADMINISTRATOR],
    },
  },
  entries: documentEntries,
  refusals: documentRefusals,
  load: ({ db, clock }, packFolder) => loadDocumentTemplates(db, packFolder, clock()),
});
