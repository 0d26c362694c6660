/** Confirmation: what has been handed in, under which code, with the code as a picture to show at the counter. */
import type { ComponentChildren } from 'preact';
import type { HeadingLevel } from '../../heading-level.ts';

export interface ConfirmationProps {
  /** A sentence: "Hồ sơ của bà Nguyễn Thị Hoa đã được gửi lúc 08 giờ 15 phút ngày 23/11/2026." */
  title: ComponentChildren;
  codeLabel: ComponentChildren;
  code: string;
  /** Of its heading: the page's own, unless it stands lower. */
  level?: HeadingLevel;
  /** An SVG made on the server. */
  qr?: ComponentChildren;
}

export function Confirmation({ title, codeLabel, code, level = 1, qr }: ConfirmationProps) {
  const Heading = `h${level}` as const;
  return (
    <div class="vc-confirmation">
      <div>
        <Heading class="vc-confirmation-title">{title}</Heading>
        <p class="vc-confirmation-code">
          <span class="vc-quiet">{codeLabel}</span> <strong class="vc-whole">{code}</strong>
        </p>
      </div>
      {qr && <div class="vc-qr">{qr}</div>}
    </div>
  );
}
