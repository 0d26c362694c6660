/** Names of channels and of what becomes of a delivery, as pages say them. */
import type { LocalText } from '../i18n/local-text.ts';
import type { Tone } from '../web/components/tag/tag.tsx';
import type { Channel, DeliveryState, TemplateKind } from './tables.ts';

export const CHANNEL_NAMES: Readonly<Record<Channel, Required<LocalText>>> = {
  'in-app': { vi: 'Trên cổng', en: 'In the portal' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  sms: { vi: 'Tin nhắn SMS', en: 'Text message' },
  'web-push': { vi: 'Thông báo đẩy', en: 'Push notification' },
};

export const STATE_NAMES: Readonly<Record<DeliveryState, Required<LocalText>>> = {
  queued: { vi: 'Chờ gửi', en: 'Waiting' },
  sending: { vi: 'Đang gửi', en: 'Being sent' },
  sent: { vi: 'Đã gửi', en: 'Sent' },
  delivered: { vi: 'Đã đến', en: 'Delivered' },
  failed: { vi: 'Gửi lỗi', en: 'Failed' },
  suppressed: { vi: 'Người nhận không muốn nhận', en: 'Opted out' },
  kept: { vi: 'Giữ lại, không gửi', en: 'Kept, not sent' },
};

export const STATE_TONES: Readonly<Partial<Record<DeliveryState, Tone>>> = { failed: 'danger', kept: 'info' };

export const KIND_NAMES: Readonly<Record<TemplateKind, Required<LocalText>>> = {
  legal: { vi: 'Pháp luật buộc phải báo', en: 'Required by law' },
  courtesy: { vi: 'Báo thêm cho tiện', en: 'A courtesy' },
};
