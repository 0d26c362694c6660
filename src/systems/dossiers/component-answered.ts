/** The entry that says of a component that a register has answered it, so that no paper was asked for. */
import { Type } from 'typebox';
import type { EntrySpec } from '../../platform/system/define-system.ts';

const id = '01939b5e-0000-7000-8000-000000000001';

export const componentAnswered = {
  title: { vi: 'Cơ sở dữ liệu trả lời thay giấy tờ', en: 'A register answered in place of a paper' },
  versions: [
    {
      version: 1,
      body: Type.Object(
        {
          code: Type.String(),
          component: Type.String(),
          register: Type.String(),
          lookups: Type.Array(Type.String()),
          asked_at: Type.String(),
        },
        { additionalProperties: false },
      ),
      sample: {
        code: 'H53.101.1-261123-0001',
        component: 'giay-to-cu-tru',
        register: 'population',
        lookups: [id],
        asked_at: '2026-11-23T02:05:00.000Z',
      },
    },
  ],
} as const satisfies EntrySpec;
