/** Comparing with originals: each digitised paper of a dossier, and the word that it is the original's. */
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { dayText, timeInTable } from '../../../../platform/text/vietnamese-date.ts';
import { Button } from '../../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../../platform/web/components/command-form/command-form.tsx';
import { TextInput } from '../../../../platform/web/components/field/text-input.tsx';
import { EmptyState } from '../../../../platform/web/components/empty-state/empty-state.tsx';
import { BackLink } from '../../../../platform/web/components/trail/trail.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import { Local } from '../../../../platform/web/local.tsx';
import type { LoadedDossier } from '../../load-dossier.ts';
import type { HandedPaper } from '../../officer-view.ts';
import { FilePreview } from '../file-preview.tsx';
import { DeskLayout } from './desk-layout.tsx';

export interface ComparePageProps {
  readonly dossier: Pick<LoadedDossier, 'code'>;
  readonly papers: readonly HandedPaper[];
  readonly confirmed: ReadonlyMap<
    string,
    { readonly at: Parameters<typeof timeInTable>[0]; readonly validUntil: string | null }
  >;
  /** It is their step now. */
  readonly mayConfirm: boolean;
  /** The file whose day was not understood. */
  readonly wrongDay: string | undefined;
}

const texts = defineTexts({
  title: { vi: 'Đối chiếu giấy tờ với bản chính', en: 'Papers compared with originals' },
  about: {
    vi: 'Giấy tờ được xác nhận vào kho của người nộp: lần sau họ dùng lại mà không phải nộp lại. Chỉ xác nhận khi đã cầm bản chính và đối chiếu.',
    en: 'A confirmed paper goes to the store of the applicant, who may use it again. Confirm only what you have compared with the original in hand.',
  },
  none: { vi: 'Hồ sơ không có giấy tờ điện tử nào', en: 'The dossier holds no digital paper' },
  noneAbout: { vi: 'Số hóa giấy tờ khi tiếp nhận, rồi trở lại đây.', en: 'Digitise the papers at reception first.' },
  until: { vi: 'Có giá trị đến ngày (năm-tháng-ngày)', en: 'Valid to (year-month-day)' },
  untilHint: {
    vi: 'Để trống nếu giấy tờ không có thời hạn. Ví dụ 2027-05-23.',
    en: 'Empty where it has no end. For example 2027-05-23.',
  },
  untilWrong: {
    vi: 'Ghi ngày theo mẫu 2027-05-23, hoặc để trống.',
    en: 'Write the day as 2027-05-23, or leave it empty.',
  },
  confirm: { vi: 'Đã đối chiếu, đúng với bản chính', en: 'Compared: same as the original' },
  done: {
    vi: (at: string, until: string) =>
      `Đã xác nhận lúc ${at}${until === '' ? '' : `, có giá trị đến hết ngày ${until}`}.`,
    en: (at: string, until: string) => `Confirmed ${at}${until === '' ? '' : `, valid to ${until}`}.`,
  },
  notYours: { vi: 'Người đang giữ bước hiện tại của hồ sơ xác nhận.', en: 'Whoever holds the present step confirms.' },
});

export function ComparePage({ dossier, papers, confirmed, mayConfirm, wrongDay }: ComparePageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const path = `/can-bo/ho-so/${dossier.code}`;
  return (
    <DeskLayout title={`${words.title} – ${dossier.code}`}>
      <div class="vc-stack">
        <div>
          <BackLink href={path}>{dossier.code}</BackLink>
          <h1>{words.title}</h1>
          <p>{words.about}</p>
        </div>
        {papers.length === 0 && (
          <EmptyState title={words.none}>
            <p>{words.noneAbout}</p>
          </EmptyState>
        )}
        {papers.map(({ key, component, files }) => (
          <section key={key}>
            <h2>{component ? <Local text={component.name} /> : key}</h2>
            {files.map((file) => {
              const done = confirmed.get(file.id);
              return (
                <div key={file.id} class="vc-act">
                  <FilePreview file={file} />
                  {done && (
                    <p>
                      {words.done(
                        timeInTable(done.at, locale),
                        done.validUntil === null ? '' : dayText(done.validUntil, locale),
                      )}
                    </p>
                  )}
                  {!done && !mayConfirm && <p class="vc-quiet">{words.notYours}</p>}
                  {!done && mayConfirm && (
                    <CommandForm action={`${path}/doi-chieu`}>
                      <input type="hidden" name="file" value={file.id} />
                      <TextInput
                        name={`until.${file.id}`}
                        label={words.until}
                        hint={words.untilHint}
                        error={wrongDay === file.id && words.untilWrong}
                        width={12}
                        optional
                      />
                      <Button variant="secondary">{words.confirm}</Button>
                    </CommandForm>
                  )}
                </div>
              );
            })}
          </section>
        ))}
      </div>
    </DeskLayout>
  );
}
