/** Received page: the code, the receipt to print, and the way to the next person. */
import { inLanguage } from '../../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { moneyText } from '../../../../platform/text/money.ts';
import { timeInSentence } from '../../../../platform/text/vietnamese-date.ts';
import { ButtonGroup, LinkButton } from '../../../../platform/web/components/button/button.tsx';
import { Confirmation } from '../../../../platform/web/components/confirmation/confirmation.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import type { LoadedDossier } from '../../load-dossier.ts';
import { digitisable } from '../../turns/digitisation.ts';
import { DeskLayout } from '../officer/desk-layout.tsx';

export interface ReceivedPageProps {
  readonly dossier: LoadedDossier;
}

const texts = defineTexts({
  title: {
    vi: (name: string) => `Đã tiếp nhận hồ sơ của ${name}.`,
    en: (name: string) => `The dossier of ${name} was accepted.`,
  },
  code: { vi: 'Mã hồ sơ', en: 'Code' },
  promise: {
    vi: (at: string) => `Trả kết quả trước ${at}.`,
    en: (at: string) => `The result is due before ${at}.`,
  },
  owed: { vi: (money: string) => `Còn phải thu ${money}.`, en: (money: string) => `${money} is still due.` },
  receipt: { vi: 'In giấy tiếp nhận', en: 'Print the receipt' },
  passOn: {
    vi: 'Bản giấy cần gửi cho nơi giải quyết: xem mục Luân chuyển giấy tờ.',
    en: 'The papers must be sent to the office that decides: see Transfers.',
  },
  digitise: { vi: 'Số hóa giấy tờ', en: 'Digitise the papers' },
  next: { vi: 'Người tiếp theo', en: 'Next person' },
  open: { vi: 'Mở hồ sơ', en: 'Open the dossier' },
});

export function ReceivedPage({ dossier }: ReceivedPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const owed = dossier.feeDue - dossier.feePaid;
  return (
    <DeskLayout title={dossier.code}>
      <Confirmation title={words.title(dossier.applicant.name)} codeLabel={words.code} code={dossier.code} />
      <div class="vc-stack">
        <p>{inLanguage(dossier.definition.name, locale).text}</p>
        {dossier.promisedAt !== null && <p>{words.promise(timeInSentence(dossier.promisedAt, locale))}</p>}
        {owed > 0 && <p>{words.owed(moneyText(owed, locale))}</p>}
        {dossier.transfers.some(({ content, sentAt }) => content === 'papers' && sentAt === null) && (
          <p>{words.passOn}</p>
        )}
      </div>
      <ButtonGroup>
        <LinkButton href={`/can-bo/ho-so/${dossier.code}/giay-to/receipt.pdf`} keyHint="i">
          {words.receipt}
        </LinkButton>
        <LinkButton variant="secondary" href="/can-bo/quay" keyHint="n">
          {words.next}
        </LinkButton>
        {digitisable(dossier).length > 0 && (
          <LinkButton variant="secondary" href={`/can-bo/so-hoa/${dossier.code}`} keyHint="s">
            {words.digitise}
          </LinkButton>
        )}
        <LinkButton variant="secondary" href={`/can-bo/ho-so/${dossier.code}`} keyHint="h">
          {words.open}
        </LinkButton>
      </ButtonGroup>
    </DeskLayout>
  );
}
