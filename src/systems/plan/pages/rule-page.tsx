/** Rule page: how the status of a target is given and how it is forecast, in words, with the numbers in force. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { StatusChip, type TargetStatus } from '../../../platform/web/components/tag/status-chip.tsx';
import { Unconfirmed } from '../../../platform/web/components/tag/unconfirmed.tsx';
import { BackLink } from '../../../platform/web/components/trail/trail.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { CitizenLayout } from '../../../platform/web/layouts/citizen-layout.tsx';
import type { PlanDefinition, StatusRule } from '../definition.ts';
import { STATUSES } from '../score-lines.ts';

const texts = defineTexts({
  title: { vi: 'Cách tính và xếp trạng thái chỉ tiêu', en: 'How targets are reckoned and judged' },
  back: { vi: 'Về bảng chỉ tiêu', en: 'Back to the targets' },
  numbers: { vi: 'Số liệu', en: 'Values' },
  numbersAbout: {
    vi: 'Mỗi số liệu đến từ hệ thống, hoặc do một người nhập theo văn bản và một người khác duyệt. Số đã duyệt không bị ghi đè: sửa bằng số mới, số cũ còn trong lịch sử. Tỷ lệ luôn đi cùng tử số và mẫu số, được cắt bớt chứ không làm tròn lên, nên 99,96 % không thành 100 %. Số từ chỉ số của hệ thống là của 12 tháng tính đến ngày của số liệu. Không có mẫu số thì ghi “Chưa có số liệu”, không ghi 0 %.',
    en: 'Each value comes from the system, or one person enters it from a document and another approves it. What is approved is never written over: it is corrected by a new value, and the old one stays in the history. A percentage always stands with its numerator and denominator, and is cut, never rounded up, so that 99.96 % does not become 100 %. What comes from an indicator of the system is of the twelve months to its day. Without a denominator it says “No data yet”, not 0 %.',
  },
  path: { vi: 'Lộ trình', en: 'Trajectory' },
  pathAbout: {
    vi: 'Đường thẳng từ mốc ban đầu đến mục tiêu ở ngày đến hạn, đi qua các mốc lộ trình nếu tỉnh có đặt. Số liệu được so với lộ trình ở chính ngày của số liệu.',
    en: 'A straight line from the baseline to the target on the day of the deadline, over the points that the province has set, if any. A value is compared with the trajectory on its own day.',
  },
  statuses: { vi: 'Trạng thái', en: 'Statuses' },
  met: {
    vi: () => 'Số liệu gần nhất đạt mục tiêu. Chỉ tiêu có nhiều cách đo thì đạt một cách là đạt.',
    en: () => 'The last value reaches the target. Where there are several measures, one is enough.',
  },
  'on-track': {
    vi: ({ onTrack, warnDays }: StatusRule) =>
      `Thiếu so với lộ trình không quá ${onTrack} % quãng đường từ mốc ban đầu đến mục tiêu, và dự báo không cho thấy sẽ thiếu. Chưa có mốc ban đầu thì theo dự báo. Việc có hoặc không: còn hơn ${warnDays} ngày đến hạn.`,
    en: ({ onTrack, warnDays }: StatusRule) =>
      `Behind the trajectory by at most ${onTrack} % of the way from baseline to target, and no forecast says it will fall short. Without a baseline, by the forecast. What is done or not: more than ${warnDays} days are left.`,
  },
  'at-risk': {
    vi: ({ onTrack, atRisk, warnDays }: StatusRule) =>
      `Thiếu hơn ${onTrack} % nhưng không quá ${atRisk} % quãng đường; hoặc thiếu nhiều hơn mà dự báo vẫn đạt; hoặc theo kịp mà dự báo không đạt; hoặc chưa có cả mốc ban đầu lẫn dự báo. Việc có hoặc không: còn từ ${warnDays} ngày trở xuống.`,
    en: ({ onTrack, atRisk, warnDays }: StatusRule) =>
      `Behind by more than ${onTrack} % and at most ${atRisk} % of the way; or by more while the forecast still reaches it; or keeping up while the forecast does not; or without both baseline and forecast. What is done or not: ${warnDays} days or fewer are left.`,
  },
  late: {
    vi: ({ atRisk }: StatusRule) =>
      `Đã qua hạn mà chưa đạt, hoặc thiếu hơn ${atRisk} % quãng đường và dự báo không đạt.`,
    en: ({ atRisk }: StatusRule) =>
      `Past the deadline and not reached, or behind by more than ${atRisk} % of the way without a forecast that reaches it.`,
  },
  'no-data': {
    vi: () => 'Chưa có số liệu nào được duyệt, hoặc chưa có mẫu số.',
    en: () => 'No value has been approved, or there is no denominator.',
  },
  forecast: { vi: 'Dự báo', en: 'Forecast' },
  forecastAbout: {
    vi: ({ forecast, staleDays }: StatusRule) =>
      `Đường thẳng bình phương nhỏ nhất qua tối đa ${forecast.points} số liệu gần nhất, kéo đến ngày đến hạn, tính bằng số nguyên. Cần ít nhất ${forecast.least} số liệu trải ít nhất ${forecast.spanDays} ngày; ít hơn thì không dự báo. Tỷ lệ giữ trong khoảng 0 đến 100 %. Số liệu quá ${staleDays} ngày được ghi là số liệu cũ.`,
    en: ({ forecast, staleDays }: StatusRule) =>
      `The line of least squares through at most the last ${forecast.points} values, drawn to the deadline, in whole numbers. It needs at least ${forecast.least} values over at least ${forecast.spanDays} days; with fewer there is no forecast. Percentages stay between 0 and 100 %. A value older than ${staleDays} days is said to be old.`,
  },
  confirm: {
    vi: 'Các ngưỡng và cách tính từng chỉ tiêu là đề xuất.',
    en: 'The thresholds, and how each target is reckoned, are proposals.',
  },
});

export function RulePage({ plan }: { readonly plan: PlanDefinition }) {
  const words = texts(useLocale());
  const { rule } = plan;
  const sentence: Record<TargetStatus, string> = {
    met: words.met(),
    'on-track': words['on-track'](rule),
    'at-risk': words['at-risk'](rule),
    late: words.late(rule),
    'no-data': words['no-data'](),
  };
  return (
    <CitizenLayout title={words.title}>
      <div class="vc-reading vc-sections">
        <div>
          <BackLink href="/de-an">{words.back}</BackLink>
          <h1>{words.title}</h1>
          <p>
            {words.confirm} {rule.confirm && <Unconfirmed />}
          </p>
        </div>
        <section class="vc-stack">
          <h2>{words.statuses}</h2>
          <dl class="vc-summary">
            {STATUSES.map((status) => (
              <div key={status} class="vc-summary-row">
                <dt>
                  <StatusChip status={status} />
                </dt>
                <dd>{sentence[status]}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section>
          <h2>{words.numbers}</h2>
          <p>{words.numbersAbout}</p>
        </section>
        <section>
          <h2>{words.path}</h2>
          <p>{words.pathAbout}</p>
        </section>
        <section>
          <h2>{words.forecast}</h2>
          <p>{words.forecastAbout(rule)}</p>
        </section>
      </div>
    </CitizenLayout>
  );
}
