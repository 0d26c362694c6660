/** Exemption fields: what the applicant claims, on what ground, what it makes less, and whether the evidence holds. */
import { inLanguage } from '../../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { moneyText } from '../../../../platform/text/money.ts';
import { Radios } from '../../../../platform/web/components/field/radios.tsx';
import { Textarea } from '../../../../platform/web/components/field/textarea.tsx';
import { Notice } from '../../../../platform/web/components/notice/notice.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import type { ExemptionClaim } from '../../exemption-claim.ts';

const texts = defineTexts({
  claimed: {
    vi: (name: string) => `Khai thuộc diện miễn, giảm: ${name}`,
    en: (name: string) => `Claims an exemption: ${name}`,
  },
  less: {
    vi: (full: string, less: string) => `Phí, lệ phí: ${full}; nếu đúng diện: ${less}.`,
    en: (full: string, less: string) => `Fees: ${full}; if it holds: ${less}.`,
  },
  evidence: { vi: (paper: string) => `Giấy tờ phải có: ${paper}.`, en: (paper: string) => `Evidence: ${paper}.` },
  handed: { vi: 'Giấy tờ đã nộp:', en: 'Handed in:' },
  inHand: { vi: 'bản giấy tại nơi tiếp nhận', en: 'on paper, at the office' },
  nothing: { vi: 'chưa có giấy tờ nào', en: 'nothing' },
  ground: { vi: (rule: string) => `Căn cứ: ${rule}`, en: (rule: string) => `Ground: ${rule}` },
  confirm: { vi: '(chờ xác nhận)', en: '(to be confirmed)' },
  judge: { vi: 'Giấy tờ chứng minh đúng diện miễn, giảm?', en: 'Does the evidence show it?' },
  yes: { vi: 'Đúng diện, chấp nhận miễn, giảm', en: 'Yes, the exemption holds' },
  no: { vi: 'Không đúng diện, thu đủ phí, lệ phí', en: 'No, the full fees are owed' },
  reason: { vi: 'Lý do không chấp nhận', en: 'Why it does not hold' },
  reasonHint: {
    vi: 'Chỉ ghi khi không chấp nhận; người nộp đọc được.',
    en: 'Only when it does not hold; the applicant reads it.',
  },
});

export interface ExemptionFieldsProps {
  readonly claim: ExemptionClaim;
  readonly typed: (name: string) => string;
}

export function ExemptionFields({ claim, typed }: ExemptionFieldsProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const { name, evidence, ground, fees, feesInFull } = claim;
  const { number, articles = [], confirm } = ground;
  return (
    <>
      <Notice title={words.claimed(inLanguage(name, locale).text)}>
        <p>{words.less(moneyText(sumOf(feesInFull), locale), moneyText(sumOf(fees), locale))}</p>
        <p>{words.evidence(inLanguage(evidence, locale).text)}</p>
        <Handed {...claim} />
        <p>
          {words.ground([number, ...articles].join(', '))} {confirm && words.confirm}
        </p>
      </Notice>
      <Radios
        name="exemption_holds"
        label={words.judge}
        value={typed('exemption_holds')}
        options={[
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ]}
      />
      <Textarea
        name="exemption_reason"
        label={words.reason}
        hint={words.reasonHint}
        optional
        value={typed('exemption_reason')}
        rows={2}
        maxLength={2000}
      />
    </>
  );
}

function Handed({ files, onPaper }: Pick<ExemptionClaim, 'files' | 'onPaper'>) {
  const words = texts(useFrame().locale);
  return (
    <p>
      {words.handed}{' '}
      {files.map((file, place) => (
        <>
          {place > 0 && ', '}
          <a class="ds-link" href={`/tep/${file.id}`}>
            {file.name}
          </a>
        </>
      ))}
      {onPaper && `${files.length > 0 ? ', ' : ''}${words.inHand}`}
      {files.length === 0 && !onPaper && words.nothing}.
    </p>
  );
}

const sumOf = (fees: ExemptionClaim['fees']): number => fees.reduce((total, fee) => total + fee.amount, 0);
