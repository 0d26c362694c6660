/** My dossiers: what is being filled in, and everything that was handed in, the latest first. */
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { ButtonGroup, LinkButton } from '../../../platform/web/components/button/button.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { LinkList } from '../../../platform/web/components/link-list/link-list.tsx';
import { Pagination, type PaginationProps } from '../../../platform/web/components/pagination/pagination.tsx';
import { Tag } from '../../../platform/web/components/tag/tag.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { CitizenLayout } from '../../../platform/web/layouts/citizen-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';

export interface ListedDraft {
  readonly href: string;
  readonly procedure: LocalText;
  /** "Lưu lúc 23/11/2026 14:05, giữ đến hết ngày 23/12/2026". */
  readonly detail: LocalText;
}

export interface ListedDossier {
  readonly code: string;
  readonly procedure: string;
  readonly status: LocalText;
  /** The applicant has something to do. */
  readonly waits: boolean;
  /** "Gửi 23/11/2026 08:15". */
  readonly detail: LocalText;
}

export interface MyDossiersPageProps {
  drafts: readonly ListedDraft[];
  dossiers: readonly ListedDossier[];
  pages?: PaginationProps;
}

const texts = defineTexts({
  title: { vi: 'Hồ sơ của tôi', en: 'My dossiers' },
  drafts: { vi: 'Đang soạn', en: 'Being filled in' },
  handedIn: { vi: 'Đã nộp', en: 'Handed in' },
  none: { vi: 'Bạn chưa nộp hồ sơ nào', en: 'You have handed in no dossier yet' },
  noneAbout: {
    vi: 'Hồ sơ bạn nộp tại quầy bằng chính số định danh của mình cũng hiện ở đây.',
    en: 'Dossiers you hand in at a counter under your own personal number appear here too.',
  },
  find: { vi: 'Tìm thủ tục', en: 'Find a procedure' },
  papers: { vi: 'Giấy tờ của tôi', en: 'My papers' },
  todo: { vi: 'Cần bạn làm', en: 'Your turn' },
});

export function MyDossiersPage({ drafts, dossiers, pages }: MyDossiersPageProps) {
  const words = texts(useLocale());
  return (
    <CitizenLayout title={words.title}>
      <div class="vc-reading vc-sections">
        <h1>{words.title}</h1>
        {drafts.length > 0 && (
          <section>
            <h2 class="vc-section-title">{words.drafts}</h2>
            <LinkList
              rows={drafts.map(({ href, procedure, detail }) => ({
                href,
                title: <Local text={procedure} />,
                detail: <Local text={detail} />,
              }))}
            />
          </section>
        )}
        {dossiers.length > 0 ? (
          <section>
            <h2 class="vc-section-title">{words.handedIn}</h2>
            <LinkList
              rows={dossiers.map(({ code, procedure, status, waits, detail }) => ({
                href: `/ho-so/${code}`,
                title: procedure,
                detail: (
                  <>
                    <p>
                      {waits && <Tag tone="warning">{words.todo}</Tag>} <Local text={status} />
                    </p>
                    <p>
                      <span class="vc-whole">{code}</span> · <Local text={detail} />
                    </p>
                  </>
                ),
              }))}
            />
            {pages && <Pagination {...pages} />}
          </section>
        ) : (
          <EmptyState title={words.none}>
            <p>{words.noneAbout}</p>
          </EmptyState>
        )}
        <ButtonGroup>
          <LinkButton href="/thu-tuc" variant={dossiers.length > 0 ? 'secondary' : 'primary'}>
            {words.find}
          </LinkButton>
          <LinkButton href="/giay-to-cua-toi" variant="secondary">
            {words.papers}
          </LinkButton>
        </ButtonGroup>
      </div>
    </CitizenLayout>
  );
}
