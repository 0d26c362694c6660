/** Fee explanation: why a dossier costs what it costs: the table of the day it was submitted, what was taken off, and on which ground. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { dayOf } from '../../../platform/calendar/instant.ts';
import { moneyText } from '../../../platform/text/money.ts';
import { dayText } from '../../../platform/text/vietnamese-date.ts';
import { useLocale } from '../../../platform/web/frame.tsx';
import type { PlannedFee } from '../../procedures/index.ts';
import type { LoadedDossier } from '../load-dossier.ts';

const texts = defineTexts({
  title: { vi: 'Vì sao là số tiền này?', en: 'Why this amount?' },
  about: {
    vi: (day: string, channel: string) => `Tính theo biểu phí, lệ phí có hiệu lực ngày nộp hồ sơ ${day}, ${channel}.`,
    en: (day: string, channel: string) => `By the table of fees valid on ${day}, when it was submitted ${channel}.`,
  },
  online: { vi: 'nộp trực tuyến', en: 'online' },
  counter: { vi: 'nộp tại quầy', en: 'at the counter' },
  post: { vi: 'nộp qua bưu chính', en: 'by post' },
  from: { vi: (day: string) => `áp dụng từ ${day}`, en: (day: string) => `in force since ${day}` },
  to: { vi: (day: string) => `đến ${day}`, en: (day: string) => `until ${day}` },
  off: {
    vi: (name: string, percent: number, off: string) => `Giảm ${percent}% (${off}): ${name}`,
    en: (name: string, percent: number, off: string) => `${percent}% off (${off}): ${name}`,
  },
  ground: { vi: (rule: string) => `căn cứ ${rule}`, en: (rule: string) => `by ${rule}` },
  confirm: { vi: 'chờ xác nhận', en: 'to be confirmed' },
  claimed: {
    vi: 'Miễn, giảm theo lời khai; cán bộ tiếp nhận xem giấy tờ rồi chấp nhận hoặc không.',
    en: 'The exemption is as claimed; the officer who accepts looks at the evidence.',
  },
  refused: {
    vi: 'Không chấp nhận miễn, giảm: thu đủ phí, lệ phí. Lý do ở quá trình giải quyết.',
    en: 'The exemption was not granted: the full fees are owed. The reason stands in the course of the dossier.',
  },
});

type Explained = Pick<LoadedDossier, 'fees' | 'channel' | 'openedAt' | 'exemption'>;

export function FeeExplanation({ dossier }: { dossier: Explained }) {
  const locale = useLocale();
  const words = texts(locale);
  const { fees, channel, openedAt, exemption } = dossier;
  if (fees.length === 0) return null;
  return (
    <details class="vc-details">
      <summary>{words.title}</summary>
      <p>{words.about(dayText(dayOf(openedAt), locale), words[channel])}</p>
      <ul class="vc-list">
        {fees.map((fee) => (
          <FeeLine key={fee.key} fee={fee} />
        ))}
      </ul>
      {exemption?.state === 'claimed' && <p>{words.claimed}</p>}
      {exemption?.state === 'refused' && <p>{words.refused}</p>}
    </details>
  );
}

function FeeLine({ fee }: { fee: PlannedFee }) {
  const locale = useLocale();
  const words = texts(locale);
  const { counted, lessened, valid, confirm } = fee;
  const notes = [
    ...(counted
      ? [
          `${counted.count} ${counted.unit ? inLanguage(counted.unit, locale).text : ''} × ${moneyText(counted.each, locale)}`,
        ]
      : []),
    ...(valid?.from === undefined ? [] : [words.from(dayText(valid.from, locale))]),
    ...(valid?.to === undefined ? [] : [words.to(dayText(valid.to, locale))]),
    ...(confirm ? [words.confirm] : []),
  ];
  return (
    <li>
      {inLanguage(fee.name, locale).text}: {moneyText(lessened?.from ?? fee.amount, locale)}
      {notes.length > 0 && ` (${notes.join(', ')})`}
      {lessened && (
        <ul class="vc-list">
          {lessened.by.map((one) => (
            <li key={one.key}>
              {words.off(inLanguage(one.name, locale).text, one.percent, moneyText(one.off, locale))},{' '}
              {words.ground([one.ground.number, ...(one.ground.articles ?? [])].join(', '))}
              {one.confirm && ` (${words.confirm})`}
            </li>
          ))}
          <li>
            <strong>{moneyText(fee.amount, locale)}</strong>
          </li>
        </ul>
      )}
    </li>
  );
}
