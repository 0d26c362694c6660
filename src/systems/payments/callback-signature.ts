/** Callback signatures of the payment platform: what is wrong with a message about a payment, in words. */
import type { Instant } from '../../platform/calendar/instant.ts';
import { judgeCallback, type SignedCallback } from '../../platform/http/signed-callback.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';

export interface CallbackFault {
  readonly code: `payments.callback-${keyof typeof FAULTS}`;
  readonly text: LocalText;
}

const FAULTS = {
  unsigned: {
    vi: 'Thông báo thanh toán thiếu chữ ký hoặc thời điểm ký.',
    en: 'The payment message has no signature or no time of signing.',
  },
  stale: {
    vi: 'Thời điểm ký của thông báo thanh toán lệch quá 5 phút.',
    en: 'The payment message was signed more than 5 minutes away from now.',
  },
  forged: {
    vi: 'Chữ ký của thông báo thanh toán không đúng.',
    en: 'The signature of the payment message is not right.',
  },
} as const satisfies Record<string, LocalText>;

/** Headers `Payment-Timestamp` and `Payment-Signature`; undefined when any of `secrets` signed the callback within five minutes. */
export function findCallbackFault(
  secrets: readonly string[],
  callback: SignedCallback,
  now: Instant,
): CallbackFault | undefined {
  const wrong = judgeCallback(secrets, callback, now);
  return wrong && { code: `payments.callback-${wrong}`, text: FAULTS[wrong] };
}
