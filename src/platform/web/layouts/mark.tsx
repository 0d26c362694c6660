/** The mark of Vàm Cỏ, two rivers meeting under one point, and the national strip at the top of every page. */

/** `onDark` gives the gold point of the officer bar; on light and dark citizen pages it is the national red. */
export function Mark({ size, onDark }: { size: number; onDark?: boolean }) {
  return (
    <svg
      class="vc-mark"
      width={size}
      height={size}
      viewBox="0 0 36 36"
      fill="none"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d="M7 5.5c0 7.5 11 8 11 15.5v9.5M29 5.5c0 7.5-11 8-11 15.5"
        stroke="currentColor"
        stroke-width="4.6"
        stroke-linecap="round"
      />
      <circle cx="18" cy="7.5" r="3.3" fill={onDark ? '#ffd45c' : '#c8102e'} />
    </svg>
  );
}

/** 4 px: red, gold, then the brand. The national colours appear here and in the mark only, and carry no text. */
export function Strip() {
  return (
    <svg class="vc-strip" aria-hidden="true" focusable="false">
      <rect width="100%" height="4" class="vc-strip-brand" />
      <rect width="56" height="4" fill="#c8102e" />
      <rect x="56" width="16" height="4" fill="#f0b400" />
    </svg>
  );
}
