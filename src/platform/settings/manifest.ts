/** Dated settings as the registry lists them: what every kind of setting writes in the journal, and why it is refused. */
import { Type } from 'typebox';
import { defineSystem } from '../system/define-system.ts';

const MaybeText = Type.Union([Type.String(), Type.Null()]);

export const settings = defineSystem({
  id: 'settings',
  title: { vi: 'Thiết lập theo ngày', en: 'Dated settings' },
  uses: [],
  entries: {
    'settings.drafted': {
      title: { vi: 'Sửa bản nháp thiết lập', en: 'Draft of a setting changed' },
      versions: [
        {
          version: 1,
          body: Type.Object({ setting: Type.String(), base: Type.Integer(), part: Type.String() }),
          sample: { setting: 'calendar', base: 1, part: '2026-12-24' },
        },
      ],
    },
    'settings.draft-dropped': {
      title: { vi: 'Bỏ bản nháp thiết lập', en: 'Draft of a setting dropped' },
      versions: [{ version: 1, body: Type.Object({ setting: Type.String() }), sample: { setting: 'calendar' } }],
    },
    'settings.published': {
      title: { vi: 'Công bố thiết lập', en: 'Setting published' },
      versions: [
        {
          version: 1,
          body: Type.Object({
            setting: Type.String(),
            number: Type.Integer(),
            valid_from: Type.String(),
            decision_number: Type.String(),
            decision_day: Type.String(),
            /** The version that was taken back into force. */
            copied_from: Type.Union([Type.Integer(), Type.Null()]),
            digest: Type.String(),
            changes: Type.Array(Type.Object({ what: Type.String(), before: MaybeText, after: MaybeText })),
          }),
          sample: {
            setting: 'calendar',
            number: 2,
            valid_from: '2026-12-01',
            decision_number: '12/QĐ-UBND',
            decision_day: '2026-11-20',
            copied_from: null,
            digest: '00',
            changes: [{ what: '2026-12-24', before: null, after: 'Ngày nghỉ' }],
          },
        },
      ],
    },
  },
  refusals: {
    'settings.nothing-new': {
      text: {
        vi: 'Nội dung không khác gì bản đang có.',
        en: 'There is nothing new in it.',
      },
    },
    'settings.taken': {
      text: { vi: 'Đã có thiết lập mang mã này.', en: 'There is a setting of this code.' },
    },
    'settings.day-passed': {
      text: { vi: 'Ngày áp dụng phải từ hôm nay trở đi.', en: 'The day must be today or later.' },
    },
  },
});
