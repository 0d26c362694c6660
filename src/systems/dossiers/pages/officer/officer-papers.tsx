/** Papers as an officer sees them: the result or its draft, the slips given, and what was handed in, each to look at in its place. */
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { PaperPreview } from '../../../../platform/web/components/paper-preview/paper-preview.tsx';
import { SummaryList } from '../../../../platform/web/components/summary-list/summary-list.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import { Local } from '../../../../platform/web/local.tsx';
import type { Day } from '../../../../platform/calendar/instant.ts';
import { inLanguage } from '../../../../platform/i18n/local-text.ts';
import { type ReusedPaper, validityWords } from '../../../results/index.ts';
import type { LoadedDossier } from '../../load-dossier.ts';
import type { HandedPaper, OfficerView } from '../../officer-view.ts';
import { SLIP_OF_ENTRY, SlipPreview } from '../dossier-papers.tsx';
import { FilePreview } from '../file-preview.tsx';
import { RegisterAnswerText } from '../register-answer.tsx';

export interface OfficerPapersProps {
  dossier: LoadedDossier;
  view: Pick<OfficerView, 'journal' | 'papers'>;
  /** Of the reader: some papers are for some roles only. */
  roles: readonly string[];
  /** Where the electronic form's answers stand. */
  answers: string;
}

/** Where the electronic form's answers stand on the dossier's page. */
export const ANSWERS = '#ke-khai';

const texts = defineTexts({
  papers: { vi: 'Thành phần hồ sơ', en: 'Papers' },
  compare: { vi: 'Đối chiếu giấy tờ với bản chính', en: 'Compare papers with originals' },
  paper: { vi: 'Bản giấy', en: 'On paper' },
  reused: {
    vi: (name: string, number: string, unit: string) => `Dùng lại từ kho của người nộp: ${name}, ${number}, ${unit}.`,
    en: (name: string, number: string, unit: string) =>
      `Used again from the applicant’s store: ${name}, ${number}, ${unit}.`,
  },
  missing: { vi: 'Chưa có', en: 'Not there' },
  eForm: { vi: 'Kê khai trên mạng', en: 'Stated online' },
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

export function OfficerPapers({ dossier, view, roles, answers }: OfficerPapersProps) {
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
      <PaperList papers={view.papers} roles={roles} answers={answers} />
      {dossier.accountId !== null && view.papers.some(({ files }) => files.length > 0) && (
        <p>
          <a class="ds-link" href={`${path}/doi-chieu`}>
            {words.compare}
          </a>
        </p>
      )}
    </>
  );
}

export interface PaperListProps extends Pick<OfficerPapersProps, 'roles' | 'answers'> {
  papers: readonly HandedPaper[];
}

/** What each component was handed in as, and what is still missing. */
export function PaperList({ papers, ...reading }: PaperListProps) {
  return (
    <SummaryList
      rows={papers.map((paper) => ({ label: paperName(paper), value: <Paper paper={paper} {...reading} /> }))}
    />
  );
}

/** What stands for a file among the answers: its name, to open where the reader may. */
export function AnsweredFile({ id, papers, roles }: { id: string } & Omit<PaperListProps, 'answers'>) {
  const paper = papers.find(({ files }) => files.some((one) => one.id === id));
  const file = paper?.files.find((one) => one.id === id);
  if (!paper || !file) return <>—</>;
  return isSealed(paper, roles) || file.closed ? (
    <>{file.name}</>
  ) : (
    <a class="ds-link" href={`/tep/${file.id}`}>
      {file.name}
    </a>
  );
}

const paperName = ({ component, key }: HandedPaper) => (component ? <Local text={component.name} /> : key);

/** From where, and whether it still counts today. */
function Reused({ paper, day }: { paper: ReusedPaper | undefined; day: Day }) {
  const { locale } = useFrame();
  if (!paper) return null;
  const words = texts(locale);
  const from = inLanguage(paper.unit, locale).text;
  return (
    <p>
      {words.reused(inLanguage(paper.name, locale).text, paper.number ?? paper.caseCode, from)}{' '}
      <strong>{validityWords({ ...paper, removedAt: null }, day, locale)}.</strong>
    </p>
  );
}

function isSealed({ component }: HandedPaper, roles: readonly string[]): boolean {
  const sealedFor = component?.sealedFor;
  return sealedFor !== undefined && !roles.some((role) => sealedFor.includes(role));
}

function Paper({ paper, roles, answers }: { paper: HandedPaper } & Omit<PaperListProps, 'papers'>) {
  const words = texts(useFrame().locale);
  const handling = paper.component?.handling;
  if (paper.files.length === 0) {
    if (paper.paper) return <>{words.paper}</>;
    if (paper.component?.kind === 'form')
      return (
        <a class="ds-link" href={answers}>
          {words.eForm}
        </a>
      );
    if (paper.answered) return <RegisterAnswerText answer={paper.answered} facts />;
    return (
      <span class="vc-quiet">
        {handling === 'shown' ? words.shownOnly : handling === 'data' ? words.data : words.missing}
      </span>
    );
  }
  return (
    <>
      {paper.answered && <RegisterAnswerText answer={paper.answered} facts />}
      {paper.paper && <p>{words.paper}</p>}
      {isSealed(paper, roles) ? (
        <p class="vc-quiet">{words.sealed(paper.component?.sealedFor?.join(', ') ?? '')}</p>
      ) : (
        paper.files.map((file) => (
          <div key={file.id}>
            <Reused paper={paper.reused.get(file.id)} day={paper.day} />
            <FilePreview file={file} />
          </div>
        ))
      )}
    </>
  );
}
