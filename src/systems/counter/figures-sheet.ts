/** Sheet of figures: the same rows as the page, as comma-separated values for a spreadsheet, in Vietnamese as an office files them. */
import { isoOf } from '../../platform/calendar/instant.ts';
import { inLanguage } from '../../platform/i18n/local-text.ts';
import type { CountedCall } from './figures.ts';
import type { CounterRules } from './rules.ts';
import { findGroup } from './rules.ts';

const HEAD = ['Số', 'Quầy', 'Nhóm việc', 'Chờ từ', 'Gọi lúc', 'Bắt đầu', 'Kết thúc', 'Kết quả', 'Mã hồ sơ'];
const OUTCOMES = { served: 'Đã phục vụ', absent: 'Vắng mặt', transferred: 'Chuyển quầy', closed: 'Đóng khi hết ngày' };

/** With a byte order mark, or a spreadsheet reads the Vietnamese as another alphabet (RFC 4180). */
export function callsAsCsv(calls: readonly CountedCall[], rules: CounterRules): string {
  const lines = calls.map(({ code, place, group, waitsSince, calledAt, startedAt, endedAt, outcome, dossier }) => {
    const name = findGroup(rules, group)?.name;
    return [
      code,
      String(place),
      name ? inLanguage(name, 'vi').text : group,
      ...[waitsSince, calledAt, startedAt, endedAt].map((at) => (at === null ? '' : isoOf(at))),
      outcome === null ? '' : OUTCOMES[outcome],
      dossier ?? '',
    ];
  });
  return `\uFEFF${[HEAD, ...lines].map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`;
}

/** What begins like a formula is text: a spreadsheet would reckon it. */
function quoted(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
