/** Digitise page: each paper taken in with the step it has come to, its pages, and the one thing to do next. */
import { inLanguage } from '../../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { Button, LinkButton } from '../../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../../platform/web/components/command-form/command-form.tsx';
import { ErrorSummary } from '../../../../platform/web/components/error-summary/error-summary.tsx';
import { FileInput } from '../../../../platform/web/components/field/file-input.tsx';
import { Tag } from '../../../../platform/web/components/tag/tag.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import type { Digitisation } from '../../dossier-state.ts';
import type { LoadedDossier } from '../../load-dossier.ts';
import { digitisable } from '../../turns/digitisation.ts';
import { DeskLayout } from '../officer/desk-layout.tsx';

export const DIGITISE = '/can-bo/so-hoa';

export interface DigitisePageProps {
  readonly dossier: LoadedDossier;
  readonly refused: string | undefined;
}

const texts = defineTexts({
  title: { vi: 'Số hóa giấy tờ', en: 'Digitise papers' },
  about: {
    vi: 'Bốn bước cho mỗi giấy tờ: kiểm tra, quét hoặc chụp, gắn mã, ký số. Dừng ở đâu thì làm tiếp từ đó.',
    en: 'Four steps for each paper: check, scan or photograph, code, sign. Work that was left goes on where it stood.',
  },
  none: { vi: '1/4 Chờ kiểm tra', en: '1/4 To be checked' },
  checked: { vi: '2/4 Chờ quét', en: '2/4 To be scanned' },
  scanned: { vi: '3/4 Chờ gắn mã', en: '3/4 To be coded' },
  coded: { vi: '4/4 Chờ ký số', en: '4/4 To be signed' },
  signed: { vi: 'Đã ký số', en: 'Signed' },
  check: { vi: 'Bản giấy đủ, rõ, đúng thành phần', en: 'The paper is whole, legible and the right one' },
  code: { vi: 'Gắn mã', en: 'Give the code' },
  codeNote: {
    vi: 'Mã gồm mã hồ sơ và số thứ tự của giấy tờ trong danh mục thành phần (cách đặt mã chờ xác nhận).',
    en: 'Code of the dossier and the place of the paper in the list (the rule is to be confirmed).',
  },
  sign: { vi: 'Ghép thành một tệp PDF và ký số', en: 'Make one PDF and sign it' },
  add: { vi: 'Thêm trang', en: 'Add pages' },
  pages: { vi: 'Ảnh quét (JPG, PNG; chọn được nhiều tệp)', en: 'Scanned pages (JPG, PNG; several at once)' },
  photo: { vi: 'Chụp bằng máy ảnh của điện thoại', en: 'Photograph with the phone’s camera' },
  page: { vi: (n: number) => `Trang ${n}`, en: (n: number) => `Page ${n}` },
  turned: { vi: (degrees: number) => `xoay ${degrees}°`, en: (degrees: number) => `turned ${degrees}°` },
  up: { vi: 'Lên trước', en: 'Move up' },
  turn: { vi: 'Xoay phải', en: 'Turn right' },
  drop: { vi: 'Xóa trang', en: 'Remove' },
  open: { vi: 'Mở bản đã ký', en: 'Open the signed copy' },
  back: { vi: 'Về giấy tiếp nhận', en: 'Back to the receipt' },
});

export function DigitisePage({ dossier, refused }: DigitisePageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const papers = digitisable(dossier);
  const stateOf = (key: string) => dossier.digitisations.find(({ component }) => component === key)?.state;
  const next = papers.find(({ key }) => stateOf(key) !== 'signed')?.key;
  return (
    <DeskLayout title={`${words.title} – ${dossier.code}`}>
      {refused && <ErrorSummary errors={[{ message: refused }]} />}
      <h1>{words.title}</h1>
      <p>
        <strong class="vc-whole">{dossier.code}</strong> · {inLanguage(dossier.definition.name, locale).text}
      </p>
      <p class="vc-quiet">{words.about}</p>
      {papers.map(({ key, name }) => {
        const paper = dossier.digitisations.find(({ component }) => component === key);
        return (
          <section key={key} id={key} class="vc-pane-part">
            <h2>{inLanguage(name, locale).text}</h2>
            <p>
              <Tag>{words[paper?.state ?? 'none']}</Tag>
              {paper?.code && <span class="vc-whole"> {paper.code}</span>}
            </p>
            <Pages dossier={dossier} component={key} paper={paper} />
            <Next dossier={dossier} component={key} paper={paper} isNext={key === next} />
          </section>
        );
      })}
      <LinkButton variant="secondary" href={`/can-bo/quay/da-nhan/${dossier.code}`}>
        {words.back}
      </LinkButton>
    </DeskLayout>
  );
}

interface PaperProps {
  readonly dossier: LoadedDossier;
  readonly component: string;
  readonly paper: Digitisation | undefined;
}

/** The buttons of every page belong to one form: each says what it does to which page. */
function Pages({ dossier, component, paper }: PaperProps) {
  const words = texts(useFrame().locale);
  if (!paper || paper.pages.length === 0 || paper.state === 'signed') return null;
  return (
    <CommandForm action={`${DIGITISE}/${dossier.code}`}>
      <input type="hidden" name="component" value={component} />
      <ol class="vc-stack">
        {paper.pages.map(({ file, turn }, index) => (
          <li key={file}>
            <a class="ds-link" href={`/tep/${file}`}>
              {words.page(index + 1)}
            </a>
            {turn > 0 && <span class="vc-quiet"> · {words.turned(turn)}</span>}{' '}
            {index > 0 && (
              <Button variant="secondary" name="step" value={`up.${file}`}>
                {words.up}
              </Button>
            )}{' '}
            <Button variant="secondary" name="step" value={`turn.${file}`}>
              {words.turn}
            </Button>{' '}
            <Button variant="secondary" name="step" value={`drop.${file}`}>
              {words.drop}
            </Button>
          </li>
        ))}
      </ol>
    </CommandForm>
  );
}

function Next({ dossier, component, paper, isNext }: PaperProps & { readonly isNext: boolean }) {
  const variant = isNext ? 'primary' : 'secondary';
  const words = texts(useFrame().locale);
  const action = `${DIGITISE}/${dossier.code}`;
  const hidden = <input type="hidden" name="component" value={component} />;
  if (paper?.state === 'signed')
    return (
      <a class="ds-link" href={`/tep/${paper.fileId}`}>
        {words.open}
      </a>
    );
  if (!paper)
    return (
      <CommandForm action={action}>
        {hidden}
        <Button variant={variant} name="step" value="check">
          {words.check}
        </Button>
      </CommandForm>
    );
  return (
    <>
      {paper.state !== 'checked' && (
        <CommandForm action={action}>
          {hidden}
          {paper.state === 'scanned' && <p class="vc-quiet">{words.codeNote}</p>}
          <Button variant={variant} name="step" value={paper.state === 'scanned' ? 'code' : 'sign'}>
            {paper.state === 'scanned' ? words.code : words.sign}
          </Button>
        </CommandForm>
      )}
      <CommandForm action={action} multipart>
        {hidden}
        <FileInput name={`pages.${component}`} label={words.pages} accept="image/jpeg,image/png" multiple optional />
        <FileInput name={`photo.${component}`} label={words.photo} accept="image/jpeg" capture optional />
        <Button variant={paper.state === 'checked' ? variant : 'secondary'} name="step" value="add">
          {words.add}
        </Button>
      </CommandForm>
    </>
  );
}
