/** Examples of the alert band: the five levels. */
import type { Example } from '../../style-guide/example.ts';
import { AlertBand, type DisasterLevel } from './alert-band.tsx';

const levels: readonly DisasterLevel[] = [1, 2, 3, 4, 5];

export const examples: readonly Example[] = levels.map((level) => ({
  state: `Cấp ${level}`,
  show: (
    <AlertBand
      level={level}
      title={`Lũ trên sông Vàm Cỏ Tây, mẫu cấp ${level}`}
      text="Nước tại Mộc Hóa có thể vượt báo động 2 trong 24 giờ tới. Tin 23/11/2026 13:30."
      action={{ label: 'Việc cần làm ở 14 xã', href: '#viec' }}
    />
  ),
}));
