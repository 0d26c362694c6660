/** My papers: what was issued to a person or an organisation and what an officer has confirmed, each with its validity, its file and who has opened it. */
import type { Day } from '../../../platform/calendar/instant.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { dayText, timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { dayOf } from '../../../platform/calendar/instant.ts';
import { Button, ButtonGroup, LinkButton } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { CitizenLayout } from '../../../platform/web/layouts/citizen-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { OwnPaper, Reader } from '../own-papers.ts';
import { heldState, validityWords } from '../validity.ts';

export const OWN_PAPERS = '/giay-to-cua-toi';

export interface OwnPapersPageProps {
  readonly papers: readonly OwnPaper[];
  readonly readers: readonly Reader[];
  readonly day: Day;
  readonly organisation: boolean;
}

const texts = defineTexts({
  own: { vi: 'Giấy tờ của tôi', en: 'My papers' },
  organisation: { vi: 'Giấy tờ của tổ chức', en: 'Papers of the organisation' },
  about: {
    vi: 'Giấy tờ ở đây dùng lại được khi nộp hồ sơ khác mà không phải nộp lại. Chỉ cơ quan giải quyết hồ sơ sinh ra giấy tờ, và hồ sơ bạn dùng lại giấy tờ đó, mở được tệp; ai mở, lúc nào được ghi lại dưới đây.',
    en: 'These papers can be used again in another application without handing them in anew. Only the office of the dossier a paper comes from, and of dossiers you use it in, can open the file; who did, and when, is named below.',
  },
  results: { vi: 'Kết quả đã được cấp', en: 'Issued to you' },
  papers: { vi: 'Giấy tờ đã đối chiếu với bản chính', en: 'Papers compared with the original' },
  none: { vi: 'Kho chưa có giấy tờ nào', en: 'The store is empty' },
  noneAbout: {
    vi: 'Kết quả của các hồ sơ bạn nộp, và giấy tờ mà cán bộ đã đối chiếu với bản chính, sẽ hiện ở đây.',
    en: 'Results of your applications, and papers that an officer has compared with the original, appear here.',
  },
  find: { vi: 'Tìm thủ tục', en: 'Find a procedure' },
  issued: {
    vi: (number: string, day: string) => `Số ${number}, cấp ngày ${day}`,
    en: (number: string, day: string) => `No. ${number}, issued on ${day}`,
  },
  confirmed: {
    vi: (day: string, code: string) => `Đối chiếu ngày ${day}, trong hồ sơ ${code}`,
    en: (day: string, code: string) => `Compared on ${day}, in dossier ${code}`,
  },
  open: { vi: 'Tải về', en: 'Download' },
  verify: { vi: 'Trang xác minh', en: 'Public page' },
  onPaper: { vi: 'Chỉ có bản giấy.', en: 'On paper only.' },
  readers: { vi: (n: number) => `Đã được mở ${n} lần`, en: (n: number) => `Opened ${n} times` },
  unread: { vi: 'Chưa cán bộ nào mở tệp này.', en: 'No officer has opened this file.' },
  remove: { vi: 'Bỏ khỏi kho', en: 'Take out' },
  removeAbout: {
    vi: 'Giấy tờ không còn dùng lại được. Hồ sơ đã nộp vẫn giữ bản của mình.',
    en: 'It can no longer be used again. Dossiers handed in before keep theirs.',
  },
});

export function OwnPapersPage({ papers, readers, day, organisation }: OwnPapersPageProps) {
  const words = texts(useFrame().locale);
  const title = organisation ? words.organisation : words.own;
  const groups = [
    { title: words.results, rows: papers.filter(({ source }) => source === 'result') },
    { title: words.papers, rows: papers.filter(({ source }) => source === 'paper') },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <CitizenLayout title={title}>
      <div class="vc-reading vc-sections">
        <div>
          <h1>{title}</h1>
          <p>{words.about}</p>
        </div>
        {groups.map((group) => (
          <section key={group.title}>
            <h2 class="vc-section-title">{group.title}</h2>
            <ul class="vc-ruled">
              {group.rows.map((paper) => (
                <li key={paper.id}>
                  <Paper paper={paper} day={day} readers={readers.filter(({ fileId }) => fileId === paper.fileId)} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {groups.length === 0 && (
          <EmptyState title={words.none}>
            <p>{words.noneAbout}</p>
          </EmptyState>
        )}
        <ButtonGroup>
          <LinkButton href="/thu-tuc" variant="secondary">
            {words.find}
          </LinkButton>
        </ButtonGroup>
      </div>
    </CitizenLayout>
  );
}

function Paper({ paper, readers, day }: { paper: OwnPaper; readers: readonly Reader[]; day: Day }) {
  const { locale } = useFrame();
  const words = texts(locale);
  const on = dayText(dayOf(paper.at), locale);
  return (
    <>
      <h3>
        <Local text={paper.name} />
      </h3>
      <p>
        {paper.number === null ? words.confirmed(on, paper.caseCode) : words.issued(paper.number, on)}
        {'; '}
        <Local text={paper.unit} />.
      </p>
      <p>
        <strong data-state={heldState(paper, day)}>{validityWords(paper, day, locale)}</strong>
      </p>
      <p>
        {paper.hasFile ? (
          <a class="ds-link" href={`/tep/${paper.fileId}`}>
            {words.open} <span class="ds-sr-only">{paper.name.vi}</span>
          </a>
        ) : (
          words.onPaper
        )}
        {paper.checkCode !== null && (
          <>
            {' · '}
            <a class="ds-link" href={`/xac-minh/${paper.checkCode}`}>
              {words.verify} <span class="ds-sr-only">{paper.number}</span>
            </a>
          </>
        )}
      </p>
      {readers.length === 0 ? (
        <p class="vc-quiet">{words.unread}</p>
      ) : (
        <details>
          <summary>{words.readers(readers.length)}</summary>
          <ul class="vc-list">
            {readers.map(({ name, at }) => (
              <li key={`${name} ${at}`}>
                {name}, {timeInTable(at, locale)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {paper.source === 'paper' && (
        <details>
          <summary>{words.remove}</summary>
          <p>{words.removeAbout}</p>
          <CommandForm action={`${OWN_PAPERS}/${paper.id}/bo`}>
            <Button variant="secondary">{words.remove}</Button>
          </CommandForm>
        </details>
      )}
    </>
  );
}
