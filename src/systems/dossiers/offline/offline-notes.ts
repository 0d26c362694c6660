/** Notes on a reception without a line: another number than on the slip, and a clock that was off. */
import type { Json } from '../../../platform/db/json.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';

/** Of the entry `dossiers.received-offline`; none where all went as it should. */
export function offlineNotes({ code, reserved, clock_off: off }: Readonly<Record<string, Json>>): LocalText[] {
  const slip = typeof reserved === 'string' ? reserved : '';
  const seconds = Math.abs(Number(off));
  return [
    ...(reserved === code
      ? []
      : [
          {
            vi: `Giấy tạm nhận mang số ${slip}, số này không dùng cho hồ sơ.`,
            en: `The slip bears number ${slip}, which is not the dossier’s.`,
          },
        ]),
    ...(seconds === 0
      ? []
      : [
          {
            vi: `Đồng hồ của máy tiếp nhận lệch ${seconds} giây, đã tính lại.`,
            en: `The clock of the counter’s device was off by ${seconds} seconds, which was reckoned out.`,
          },
        ]),
  ];
}
