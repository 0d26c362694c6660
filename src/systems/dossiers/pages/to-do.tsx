/** What the applicant has to do now: one panel, the strongest thing on the dossier page, with the one primary button. */
import type { ComponentChildren } from 'preact';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { moneyText } from '../../../platform/text/money.ts';
import { timeInSentence } from '../../../platform/text/vietnamese-date.ts';
import { ButtonGroup, LinkButton } from '../../../platform/web/components/button/button.tsx';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { PaperPreview } from '../../../platform/web/components/paper-preview/paper-preview.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { ApplicantWords } from '../applicant-words.ts';
import { itemTexts } from '../timeline-words.ts';
import type { DossierView } from '../dossier-view.ts';

const texts = defineTexts({
  title: { vi: (you: string) => `Việc ${you} cần làm`, en: () => 'What you need to do' },
  nothing: {
    vi: (you: string) =>
      `${you} chưa phải làm gì. Khi có việc cần làm, ${you.toLocaleLowerCase('vi')} được báo và việc đó hiện ở đây.`,
    en: () => 'There is nothing for you to do now. You are told when there is, and it shows here.',
  },
  supplement: { vi: 'Gửi bổ sung những nội dung sau:', en: 'Send what is missing:' },
  supply: { vi: 'Bổ sung hồ sơ', en: 'Complete the dossier' },
  restarts: {
    vi: 'Thời hạn giải quyết được tính lại từ đầu khi nhận đủ hồ sơ hợp lệ.',
    en: 'The term begins again from the start once the dossier is complete.',
  },
  noTerm: {
    vi: 'Cơ quan trả lời trong 8 giờ làm việc sau khi nhận được phần bổ sung.',
    en: 'The office answers within 8 working hours after it is sent.',
  },
  owed: { vi: (amount: string) => `Nộp ${amount}.`, en: (amount: string) => `Pay ${amount}.` },
  stands: {
    vi: 'Đồng hồ tạm dừng cho đến khi nộp xong.',
    en: 'The clock stands still until it is paid.',
  },
  pay: { vi: 'Xem mã QR và nộp tiền', en: 'Show the QR code and pay' },
  failed: { vi: 'Lần trả trước không thành công.', en: 'The last payment failed.' },
  mismatch: { vi: 'Số tiền đã chuyển không khớp', en: 'The amount does not match' },
  mismatchAbout: {
    vi: 'Ngân hàng báo một số tiền khác với số phải nộp. Cơ quan tiếp nhận phải đối chiếu; đừng chuyển thêm.',
    en: 'The bank reported another amount than the one due. The office has to look into it; do not pay again.',
  },
  mismatchSee: { vi: 'Xem số tiền', en: 'See the amounts' },
  draft: {
    vi: 'Đọc bản dự thảo kết quả và trả lời đồng ý hoặc đề nghị sửa.',
    en: 'Read the draft of the result and agree, or ask for changes.',
  },
  silence: {
    vi: 'Hết hạn xác nhận mà không trả lời thì coi như đồng ý.',
    en: 'No answer in time counts as agreement.',
  },
  read: { vi: 'Xem và xác nhận bản dự thảo', en: 'Read and confirm the draft' },
  result: { vi: 'Đã có kết quả', en: 'The result is ready' },
  electronic: {
    vi: 'Bản điện tử có chữ ký số ở ngay dưới đây, có giá trị như bản giấy.',
    en: 'The electronic copy with its digital signatures is below and is worth as much as paper.',
  },
  collect: {
    vi: 'Mang giấy tờ tùy thân đến nhận kết quả tại:',
    en: 'Bring an identity paper and collect the result at:',
  },
  byPost: {
    vi: 'Kết quả được gửi qua bưu chính đến địa chỉ đã ghi.',
    en: 'The result is sent by post to the address you gave.',
  },
  open: { vi: 'Mở kết quả', en: 'Open the result' },
  preview: { vi: 'Xem kết quả tại đây', en: 'See the result here' },
  verify: { vi: 'Trang xác minh', en: 'Verification page' },
  issued: { vi: (time: string) => `Cấp lúc ${time}.`, en: (time: string) => `Issued at ${time}.` },
});

export function ToDo({ view, you }: { view: DossierView; you: ApplicantWords }) {
  const { locale } = useFrame();
  const words = texts(locale);
  const { dossier } = view;
  const title = words.title(you.you.vi);
  const path = (rest: string): string => `/ho-so/${dossier.code}/${rest}`;
  if (dossier.status === 'closed' && dossier.resultFile === null) return null;
  if (dossier.resultFile !== null) return <Result view={view} />;
  switch (dossier.waiting) {
    case 'supplement': {
      const asked = view.entries.findLast((entry) => entry.type === 'dossiers.supplement-asked');
      return (
        <Panel title={title} href={path('bo-sung')} label={words.supply}>
          <p>{words.supplement}</p>
          <ul class="vc-list">
            {itemTexts(asked?.contents.items).map((item) => (
              <li key={item.vi}>
                <Local text={item} />
              </li>
            ))}
          </ul>
          <p class="vc-quiet vc-small">{dossier.status === 'open' ? words.restarts : words.noTerm}</p>
        </Panel>
      );
    }
    case 'financial-obligation':
      if (view.payment?.state === 'mismatch')
        return (
          <Notice kind="warning" title={words.mismatch}>
            <p>{words.mismatchAbout}</p>
            <p>
              <a class="ds-link" href={path('nop-tien')}>
                {words.mismatchSee}
              </a>
            </p>
          </Notice>
        );
      return (
        <Panel title={title} href={path('nop-tien')} label={words.pay}>
          {view.payment?.state === 'failed' && <p>{words.failed}</p>}
          <p>{words.owed(moneyText(dossier.feeDue - dossier.feePaid, locale))}</p>
          <p class="vc-quiet vc-small">{words.stands}</p>
        </Panel>
      );
    case 'draft-confirmation':
      return (
        <Panel title={title} href={path('du-thao')} label={words.read}>
          <p>{words.draft}</p>
          <p class="vc-quiet vc-small">{words.silence}</p>
        </Panel>
      );
    default:
      return <p class="vc-quiet">{words.nothing(capitalised(you.you.vi))}</p>;
  }
}

const capitalised = (word: string): string => word.slice(0, 1).toLocaleUpperCase('vi') + word.slice(1);

interface PanelProps {
  title: string;
  href: string;
  label: string;
  children: ComponentChildren;
}

function Panel({ title, href, label, children }: PanelProps) {
  return (
    <Notice kind="to-do" title={title}>
      {children}
      <ButtonGroup>
        <LinkButton href={href}>{label}</LinkButton>
      </ButtonGroup>
    </Notice>
  );
}

function Result({ view }: { view: DossierView }) {
  const { locale } = useFrame();
  const words = texts(locale);
  const { dossier, issued, unitName } = view;
  const office = unitName(dossier.returningUnit);
  return (
    <Notice kind="success" title={words.result}>
      {issued && <p>{words.issued(timeInSentence(issued.issuedAt, locale))}</p>}
      <p>{words.electronic}</p>
      {dossier.status === 'decided' && dossier.receiveBy === 'post' && <p>{words.byPost}</p>}
      {dossier.status === 'decided' && dossier.receiveBy === 'counter' && office && (
        <p>
          {words.collect} <Local text={office} />.
        </p>
      )}
      <ButtonGroup>
        <LinkButton href={`/tep/${dossier.resultFile}`}>{words.open}</LinkButton>
        {issued && (
          <LinkButton href={`/xac-minh/${issued.code}`} variant="secondary">
            {words.verify}
          </LinkButton>
        )}
      </ButtonGroup>
      <PaperPreview title={words.preview} name={words.preview} href={`/tep/${dossier.resultFile}`} kind="pages" />
    </Notice>
  );
}
