/** Several findings concluded at once: what is concluded on which, and afterwards one line for each. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { Button, LinkButton } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { ErrorSummary } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { Radios } from '../../../platform/web/components/field/radios.tsx';
import { Textarea } from '../../../platform/web/components/field/textarea.tsx';
import { Tag } from '../../../platform/web/components/tag/tag.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import { CONCLUSIONS } from '../findings/finding-events.ts';
import type { FindingState } from '../findings/finding-state.ts';
import { standingWords } from '../findings/finding-words.ts';
import { FINDINGS } from '../findings/findings-asked.ts';
import type { FindingPageProps } from './finding-page.tsx';

export interface BulkLine {
  readonly code: string;
  /** Why it was not done. */
  readonly why?: string;
}

export interface BulkConcludePageProps extends Pick<FindingPageProps, 'sent' | 'error'> {
  readonly chosen: readonly FindingState[];
  /** Ticked, and not to be concluded here. */
  readonly leftOut: number;
  readonly done?: readonly BulkLine[];
}

const texts = defineTexts({
  title: { vi: 'Kết luận nhiều phát hiện', en: 'Conclude several findings' },
  none: { vi: 'Không có phát hiện nào để kết luận.', en: 'There is no finding to conclude.' },
  leftOut: {
    vi: (n: number) => `${n} phát hiện đã kết luận, không thuộc đơn vị của bạn hoặc quá số làm được một lần.`,
    en: (n: number) => `${n} were concluded before, are not your units’ or are more than can be done at once.`,
  },
  sum: {
    vi: (done: number, all: number) => `Đã kết luận ${done} trên ${all}.`,
    en: (done: number, all: number) => `${done} of ${all} concluded.`,
  },
  done: { vi: 'Đã kết luận', en: 'Concluded' },
  refused: { vi: 'Không thực hiện được', en: 'Refused' },
  conclusion: { vi: 'Kết luận', en: 'Conclusion' },
  reason: { vi: 'Lý do, ghi vào từng phát hiện', en: 'Reason, written to each of them' },
  send: { vi: 'Ghi kết luận', en: 'Record the conclusion' },
  back: { vi: 'Về danh sách', en: 'Back to the list' },
});

const LIST = `${FINDINGS}?cua=don-vi`;

export function BulkConcludePage({ chosen, leftOut, done, sent = {}, error }: BulkConcludePageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const errorAt = (name: string) => (error?.name === name ? { error: error.message } : {});
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-act">
        <h1>{words.title}</h1>
        {error && <ErrorSummary errors={[error]} />}
        {done && (
          <>
            <p role="status">{words.sum(done.filter(({ why }) => why === undefined).length, done.length)}</p>
            <ul class="vc-plain">
              {done.map(({ code, why }) => (
                <li key={code}>
                  <Tag
                    tone={why === undefined ? 'success' : 'warning'}
                    icon={why === undefined ? 'check' : 'alert-triangle'}
                  >
                    {why === undefined ? words.done : words.refused}
                  </Tag>{' '}
                  <a class="ds-link vc-whole" href={`${FINDINGS}/${code}`}>
                    {code}
                  </a>{' '}
                  {why}
                </li>
              ))}
            </ul>
          </>
        )}
        {!done && chosen.length === 0 && <p>{words.none}</p>}
        {leftOut > 0 && <p>{words.leftOut(leftOut)}</p>}
        {chosen.length > 0 && (
          <CommandForm action={`${FINDINGS}/ket-luan`}>
            <ul>
              {chosen.map(({ id, code, version, message }) => (
                <li key={id}>
                  <input type="hidden" name="chon" value={id} />
                  <input type="hidden" name={`version.${id}`} value={version} />
                  <strong class="vc-whole">{code}</strong> <Local text={message} />
                </li>
              ))}
            </ul>
            <Radios
              name="conclusion"
              label={words.conclusion}
              value={sent.conclusion ?? ''}
              options={CONCLUSIONS.map((value) => ({ value, label: standingWords(locale)[value] }))}
              {...errorAt('conclusion')}
            />
            <Textarea
              name="reason"
              label={words.reason}
              rows={3}
              maxLength={2000}
              value={sent.reason ?? ''}
              {...errorAt('reason')}
            />
            <Button>{words.send}</Button>
          </CommandForm>
        )}
        <p>
          <LinkButton href={LIST} variant={chosen.length > 0 ? 'tertiary' : 'secondary'}>
            {words.back}
          </LinkButton>
        </p>
      </div>
    </OfficerLayout>
  );
}
