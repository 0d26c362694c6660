/** Question band: the one question the home page asks, on the brand colour, with the two rivers behind it on wide screens. */
import type { ComponentChildren } from 'preact';
import type { HeadingLevel } from '../../heading-level.ts';

export interface QuestionBandProps {
  question: ComponentChildren;
  /** Of the question as a heading: the page's own, unless it stands lower. */
  level?: HeadingLevel;
  /** The search box. */
  children: ComponentChildren;
  /** What many people look for: "Nhiều người đang tìm". */
  popular?: {
    readonly label: string;
    readonly links: readonly { readonly label: ComponentChildren; readonly href: string }[];
  };
}

export function QuestionBand({ question, level = 1, children, popular }: QuestionBandProps) {
  const Heading = `h${level}` as const;
  return (
    <section class="vc-band">
      <Rivers />
      <div class="vc-page">
        <Heading class="vc-question">{question}</Heading>
        {children}
        {popular && popular.links.length > 0 && (
          <div class="vc-popular">
            <p>{popular.label}</p>
            <ul aria-label={popular.label}>
              {popular.links.map((link) => (
                <li key={link.href}>
                  <a href={link.href}>{link.label}</a>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </section>
  );
}

/** Vàm Cỏ Đông and Vàm Cỏ Tây with their streams, meeting before the sea. */
function Rivers() {
  return (
    <svg
      class="vc-rivers"
      viewBox="0 0 420 296"
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke="currentColor"
      stroke-linecap="round"
    >
      <path stroke-width="14" d="M292 -6c2 52 18 70 12 126-4 42-28 70-20 118" />
      <path stroke-width="9" d="M60 -6c26 36 62 54 70 96 8 40 18 58 60 90 42 32 66 46 94 58 30 12 60 34 78 62" />
      <path stroke-width="6" d="M188 180c-30 24-56 74-82 120" />
      <path stroke-width="4" d="M130 96c-42 28-84 48-122 92M306 128c44 6 84 22 120 16" />
    </svg>
  );
}
