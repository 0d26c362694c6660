/** Papers as an officer sees them: the result or its draft, the slips given, and what was handed in, each to look at in its place. */
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { PaperPreview } from '../../../../platform/web/components/paper-preview/paper-preview.tsx';
import { SummaryList } from '../../../../platform/web/components/summary-list/summary-list.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import { Local } from '../../../../platform/web/local.tsx';
import type { LoadedDossier } from '../../load-dossier.ts';
import type { HandedPaper, OfficerView } from '../../officer-view.ts';
import { SLIP_OF_ENTRY, SlipPreview } from '../dossier-papers.tsx';
import { FilePreview } from '../file-preview.tsx';

export interface OfficerPapersProps {
  dossier: LoadedDossier;
  view: Pick<OfficerView, 'journal' | 'papers'>;
  /** Of the reader: some papers are for some roles only. */
  roles: readonly string[];
}

const texts = defineTexts({
  papers: { vi: 'Thành phần hồ sơ', en: 'Papers' },
  paper: { vi: 'Bản giấy', en: 'On paper' },
  missing: { vi: 'Chưa có', en: 'Not there' },
  shownOnly: { vi: 'Chỉ xuất trình', en: 'Shown only' },
  data: { vi: 'Tra cứu dữ liệu', en: 'Looked up' },
  resultPaper: { vi: 'Văn bản kết quả', en: 'The result paper' },
  draft: { vi: 'Dự thảo kết quả', en: 'The draft result' },
  slips: { vi: 'Giấy, phiếu đã cấp', en: 'Slips given' },
  sealed: {
    vi: (roles: string) => `Chỉ người giữ vai trò ${roles} được mở.`,
    en: (roles: string) => `Only the roles ${roles} may open it.`,
  },
});

export function OfficerPapers({ dossier, view, roles }: OfficerPapersProps) {
  const words = texts(useFrame().locale);
  const path = `/can-bo/ho-so/${dossier.code}`;
  const slips = [...new Set(view.journal.flatMap((entry) => SLIP_OF_ENTRY[entry.type] ?? []))];
  return (
    <>
      {dossier.resultFile && (
        <PaperPreview
          title={words.resultPaper}
          name={words.resultPaper}
          href={`/tep/${dossier.resultFile}`}
          kind="pages"
        />
      )}
      {dossier.status === 'open' && (
        <PaperPreview title={words.draft} name={words.draft} href={`${path}/du-thao.pdf`} kind="pages" />
      )}
      {slips.length > 0 && (
        <>
          <h2>{words.slips}</h2>
          {slips.map((slip) => (
            <SlipPreview key={slip} slip={slip} path={path} />
          ))}
        </>
      )}
      <h2>{words.papers}</h2>
      <SummaryList
        rows={view.papers.map((paper) => ({ label: paperName(paper), value: <Paper paper={paper} roles={roles} /> }))}
      />
    </>
  );
}

const paperName = ({ component, key }: HandedPaper) => (component ? <Local text={component.name} /> : key);

function Paper({ paper, roles }: { paper: HandedPaper; roles: readonly string[] }) {
  const words = texts(useFrame().locale);
  const sealedFor = paper.component?.sealedFor;
  const sealed = sealedFor !== undefined && !roles.some((role) => sealedFor.includes(role));
  const handling = paper.component?.handling;
  if (paper.files.length === 0) {
    if (paper.paper) return <>{words.paper}</>;
    return (
      <span class="vc-quiet">
        {handling === 'shown' ? words.shownOnly : handling === 'data' ? words.data : words.missing}
      </span>
    );
  }
  return (
    <>
      {paper.paper && <p>{words.paper}</p>}
      {sealed ? (
        <p class="vc-quiet">{words.sealed(paper.component?.sealedFor?.join(', ') ?? '')}</p>
      ) : (
        paper.files.map((file) => <FilePreview key={file.id} file={file} />)
      )}
    </>
  );
}
