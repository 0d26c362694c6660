/** File preview: a file of a dossier to look at where it can be shown; its name and a link where not; the reason where it may not be opened. */
import { previewKind } from '../../../platform/documents/preview/preview-kind.ts';
import type { FoundFile } from '../../../platform/files/store-file.ts';
import { PaperPreview } from '../../../platform/web/components/paper-preview/paper-preview.tsx';
import { Local } from '../../../platform/web/local.tsx';

export interface FilePreviewProps {
  file: Pick<FoundFile, 'id' | 'name' | 'mime' | 'closed'>;
  /** The name with what else is worth a line; the name alone unless given. */
  title?: string;
}

export function FilePreview({ file, title = file.name }: FilePreviewProps) {
  const href = `/tep/${file.id}`;
  if (file.closed)
    return (
      <>
        <p class="vc-caption">{title}</p>
        <p>
          <Local text={file.closed.message} />
        </p>
      </>
    );
  const kind = previewKind(file.mime);
  if (kind) return <PaperPreview title={title} name={file.name} href={href} kind={kind} />;
  return (
    <p>
      <a class="ds-link" href={href}>
        {title}
      </a>
    </p>
  );
}
