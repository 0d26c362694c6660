/** Exemption fields: what the applicant claims, on what ground, what it makes less, and whether the evidence holds. */
import { inLanguage } from '../../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { moneyText } from '../../../../platform/text/money.ts';
import { Radios } from '../../../../platform/web/components/field/radios.tsx';
import { Textarea } from '../../../../platform/web/components/field/textarea.tsx';
import { Notice } from '../../../../platform/web/components/notice/notice.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import { listExemptions } from '../../../procedures/index.ts';
import type { LoadedDossier } from '../../load-dossier.ts';

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
  readonly dossier: LoadedDossier;
  readonly typed: (name: string) => string;
}

export function ExemptionFields({ dossier, typed }: ExemptionFieldsProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const claimed = dossier.exemption?.state === 'claimed' ? dossier.exemption : undefined;
  const exemption = listExemptions(dossier.definition).find(({ key }) => key === claimed?.key);
  if (!exemption) return null;
  const sum = (fees: LoadedDossier['fees']) =>
    moneyText(
      fees.reduce((total, fee) => total + fee.amount, 0),
      locale,
    );
  const { number, articles = [], confirm } = exemption.ground;
  return (
    <>
      <Notice title={words.claimed(inLanguage(exemption.name, locale).text)}>
        <p>{words.less(sum(dossier.feesInFull), sum(dossier.fees))}</p>
        <p>{words.evidence(inLanguage(exemption.evidence, locale).text)}</p>
        <p>
          {words.ground([number, ...articles].join(', '))} {confirm && words.confirm}
        </p>
      </Notice>
      <Radios
        name="exemption"
        label={words.judge}
        value={typed('exemption')}
        options={[
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ]}
      />
      <Textarea
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        optional
        value={typed('reason')}
        rows={2}
        maxLength={2000}
      />
    </>
  );
}
