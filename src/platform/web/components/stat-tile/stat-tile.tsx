/** Stat tile: one measure with its unit, its parts and the moment it speaks of. Without a base it says so and shows no number. */
import type { ComponentChildren } from 'preact';
import { defineTexts } from '../../../i18n/texts.ts';
import { useLocale } from '../../frame.tsx';

export interface StatTileProps {
  label: ComponentChildren;
  /** Formatted: "71,4 %", "12". Nothing when the denominator is missing. */
  value?: string;
  unit?: ComponentChildren;
  /** Numerator and denominator: "131.402 / 184.036 hồ sơ". */
  parts?: ComponentChildren;
  /** "Số liệu đến 14:00 ngày 23/11/2026". */
  asOf: ComponentChildren;
  tone?: 'success' | 'warning' | 'danger';
  href?: string;
}

const texts = defineTexts({ noData: { vi: 'Chưa có số liệu', en: 'No data yet' } });

export function StatTile({ label, value, unit, parts, asOf, tone, href }: StatTileProps) {
  return (
    <div class="vc-stat" data-tone={tone}>
      <p class="vc-stat-label">
        {href ? (
          <a class="ds-link" href={href}>
            {label}
          </a>
        ) : (
          label
        )}
      </p>
      <p class="vc-stat-value">
        {value ?? <span class="vc-stat-none">{texts(useLocale()).noData}</span>}
        {value !== undefined && unit && <span class="vc-stat-unit"> {unit}</span>}
      </p>
      {parts && <p class="vc-stat-parts">{parts}</p>}
      <p class="vc-caption">{asOf}</p>
    </div>
  );
}
