/** Consequence: what pressing the button below will cause, above all to the clock. */
import type { ComponentChildren } from 'preact';
import { Icon } from '../icon/icon.tsx';

export function Consequence({ children }: { children: ComponentChildren }) {
  return (
    <p class="vc-consequence">
      <Icon name="arrow-right" /> <span>{children}</span>
    </p>
  );
}
