/** Papers that a register answers: what need not be handed in, and for the rest the paper itself, brought now or shown later. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { Button, ButtonGroup, LinkButton } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { ErrorSummary } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { FileInput } from '../../../platform/web/components/field/file-input.tsx';
import { BackLink } from '../../../platform/web/components/trail/trail.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { CitizenLayout } from '../../../platform/web/layouts/citizen-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { FoundFile } from '../../../platform/files/store-file.ts';
import type { Application } from '../application.ts';
import type { RegisterAnswer } from '../register-answers.ts';
import { RegisterAnswerText } from './register-answer.tsx';

export const REGISTER_PAPERS = 'giay-to-tra-cuu';

export interface RegisterPapersPageProps {
  readonly application: Pick<Application, 'version'>;
  readonly answers: readonly RegisterAnswer[];
  readonly files: readonly FoundFile[];
  readonly mayAskAgain: boolean;
  readonly errors: readonly { readonly message: string; readonly href?: string }[];
  readonly action: string;
  readonly back: string;
}

const texts = defineTexts({
  title: { vi: 'Giấy tờ cơ quan tra cứu thay bạn', en: 'Papers that are looked up for you' },
  list: { vi: 'Các phần của hồ sơ', en: 'All parts' },
  about: {
    vi: 'Những gì cơ sở dữ liệu đã có thì không phải nộp giấy. Mỗi lượt tra cứu được ghi nhật ký.',
    en: 'What a register knows already is not asked for on paper. Each look-up is journalled.',
  },
  instead: {
    vi: 'Tải lên ảnh chụp giấy này, hoặc mang theo bản chính khi cơ quan hẹn. Chưa có vẫn nộp hồ sơ được.',
    en: 'Upload a photo of the paper, or bring the original when the office asks. You may hand in without it.',
  },
  upload: { vi: (paper: string) => `Ảnh chụp: ${paper}`, en: (paper: string) => `Photo: ${paper}` },
  drop: { vi: 'Bỏ tệp', en: 'Remove' },
  save: { vi: 'Lưu', en: 'Save' },
  again: { vi: 'Tra cứu lại', en: 'Ask again' },
});

export function RegisterPapersPage(props: RegisterPapersPageProps) {
  const { application, answers, files, mayAskAgain, errors, action, back } = props;
  const { locale } = useFrame();
  const words = texts(locale);
  const open = answers.filter(({ state }) => state !== 'answered');
  return (
    <CitizenLayout title={words.title}>
      <div class="vc-reading vc-stack">
        {errors.length > 0 && <ErrorSummary errors={errors} />}
        <div>
          <BackLink href={back}>{words.list}</BackLink>
          <p class="vc-quiet vc-small">
            <Local text={application.version.definition.name} />
          </p>
          <h1>{words.title}</h1>
          <p class="vc-quiet">{words.about}</p>
        </div>
        {open.length === 0 ? (
          <>
            <Papers answers={answers} files={[]} />
            <LinkButton href={back} variant="secondary">
              {words.list}
            </LinkButton>
          </>
        ) : (
          <CommandForm action={action} multipart>
            <Papers answers={answers} files={files} />
            <ButtonGroup>
              <Button>{words.save}</Button>
              {mayAskAgain && (
                <Button variant="secondary" name="viec" value="tra-cuu">
                  {words.again}
                </Button>
              )}
              <LinkButton href={back} variant="secondary">
                {words.list}
              </LinkButton>
            </ButtonGroup>
          </CommandForm>
        )}
      </div>
    </CitizenLayout>
  );
}

function Papers({ answers, files }: Pick<RegisterPapersPageProps, 'answers' | 'files'>) {
  const { locale } = useFrame();
  return (
    <ul class="vc-ruled">
      {answers.map((answer) => {
        const { key, name } = answer.component;
        return (
          <li key={key}>
            <h2 class="vc-section-title">
              <Local text={name} />
            </h2>
            <RegisterAnswerText answer={answer} facts />
            {answer.state !== 'answered' && (
              <Instead
                component={key}
                paper={inLanguage(name, locale).text}
                files={files.filter(({ component }) => component === key)}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Instead({ component, paper, files }: { component: string; paper: string; files: readonly FoundFile[] }) {
  const words = texts(useFrame().locale);
  return (
    <>
      <p>{words.instead}</p>
      {files.map(({ id, name }) => (
        <p key={id}>
          <a class="ds-link" href={`/tep/${id}`}>
            {name}
          </a>{' '}
          <Button variant="tertiary" name="bo" value={id}>
            {words.drop} <span class="ds-sr-only">{name}</span>
          </Button>
        </p>
      ))}
      <FileInput name={`tep.${component}`} label={words.upload(paper)} accept="image/*,application/pdf" optional />
    </>
  );
}
