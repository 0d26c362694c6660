/** Page of withdrawing a version: what would be withdrawn, before it is. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { Button } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { Consequence } from '../../../platform/web/components/consequence/consequence.tsx';
import { ErrorSummary } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { Textarea } from '../../../platform/web/components/field/textarea.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import { FINDINGS } from '../findings/findings-asked.ts';
import { HEARTBEAT } from './findings-tabs.tsx';

export interface WithdrawPageProps {
  readonly scenario: string;
  readonly version: number;
  readonly title: string;
  /** Numbers of the findings, oldest first; the page shows the first of them. */
  readonly codes: readonly string[];
  readonly reason?: string;
  readonly error?: string;
  /** Who keeps the rules need not see what they find. */
  readonly sees: boolean;
}

const texts = defineTexts({
  title: {
    vi: (code: string, n: number) => `Rút kịch bản ${code}, phiên bản ${n}`,
    en: (code: string, n: number) => `Withdraw scenario ${code}, version ${n}`,
  },
  count: {
    vi: (n: number) => `${n} phát hiện của phiên bản này sẽ được rút, kể cả đã kết luận. Người liên quan được báo.`,
    en: (n: number) => `${n} findings of this version will be withdrawn, concluded ones too. Those concerned are told.`,
  },
  off: {
    vi: 'Phiên bản này bị tắt ngay và không phát hiện gì nữa. Việc rút được ghi nhật ký, không làm lại được.',
    en: 'The version is switched off at once and finds nothing more. It is journalled and cannot be undone.',
  },
  shown: { vi: 'Các phát hiện đầu tiên', en: 'The first of them' },
  reason: { vi: 'Vì sao kịch bản sai', en: 'Why the rule is wrong' },
  send: { vi: 'Rút', en: 'Withdraw' },
  back: { vi: 'Không rút', en: 'Do not withdraw' },
});

const SHOWN = 20;

export function WithdrawPage({ scenario, version, title, codes, sees, reason = '', error }: WithdrawPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  return (
    <OfficerLayout title={words.title(scenario, version)}>
      <div class="vc-act">
        <h1>{words.title(scenario, version)}</h1>
        {error && <ErrorSummary errors={[{ name: 'reason', message: error }]} />}
        <p>{title}</p>
        <p>
          <strong>{words.count(codes.length)}</strong>
        </p>
        {codes.length > 0 && (
          <>
            <h2>{words.shown}</h2>
            <ul>
              {codes.slice(0, SHOWN).map((code) => (
                <li key={code}>
                  {sees ? (
                    <a class="ds-link vc-whole" href={`${FINDINGS}/${code}`}>
                      {code}
                    </a>
                  ) : (
                    <span class="vc-whole">{code}</span>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
        <CommandForm action={`${FINDINGS}/rut`}>
          <input type="hidden" name="kichban" value={scenario} />
          <input type="hidden" name="phienban" value={version} />
          <Textarea
            name="reason"
            label={words.reason}
            rows={3}
            maxLength={2000}
            value={reason}
            {...(error === undefined ? {} : { error })}
          />
          <Consequence>{words.off}</Consequence>
          <Button danger>{words.send}</Button>
        </CommandForm>
        <p>
          <a class="ds-link" href={HEARTBEAT}>
            {words.back}
          </a>
        </p>
      </div>
    </OfficerLayout>
  );
}
