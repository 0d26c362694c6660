/** Style guide (/quan-tri/giao-dien): every component in every state, in light and dark side by side, for citizens and for officers. */
import { defineTexts } from '../../i18n/texts.ts';
import { Tabs } from '../components/tabs/tabs.tsx';
import { useFrame } from '../frame.tsx';
import { OfficerLayout } from '../layouts/officer-layout.tsx';
import type { Audience } from './groups.ts';
import type { Scheme } from './style-guide-sheet.tsx';

export interface StyleGuidePageProps {
  audience: Audience;
  /** Where one sheet is: `path?cho=can-bo&nen=toi`. */
  path: string;
}

const texts = defineTexts({
  title: { vi: 'Giao diện', en: 'Interface' },
  audiences: { vi: 'Người dùng', en: 'Audience' },
  citizen: { vi: 'Trang của người dân', en: 'Citizen pages' },
  officer: { vi: 'Trang của cán bộ', en: 'Officer pages' },
  light: { vi: 'Nền sáng', en: 'Light' },
  dark: { vi: 'Nền tối', en: 'Dark' },
});

const AUDIENCES: readonly Audience[] = ['citizen', 'officer'];
const SCHEMES: readonly Scheme[] = ['light', 'dark'];
const IN_URL = { citizen: 'nguoi-dan', officer: 'can-bo', light: 'sang', dark: 'toi' } as const;

/** Each mode is a page of its own in a frame: its ids, landmarks and widths are those of a real page. */
export function StyleGuidePage({ audience, path }: StyleGuidePageProps) {
  const words = texts(useFrame().locale);
  return (
    <OfficerLayout
      title={words.title}
      full
      tabs={
        <Tabs
          label={words.audiences}
          tabs={AUDIENCES.map((each) => ({
            label: words[each],
            href: `${path}?cho=${IN_URL[each]}`,
            current: each === audience,
          }))}
        />
      }
    >
      <h1 class="ds-sr-only">{words.title}</h1>
      <div class="vc-guide-frames">
        {SCHEMES.map((scheme) => (
          <section key={scheme}>
            <h2>{words[scheme]}</h2>
            <iframe
              title={`${words[audience]}, ${words[scheme]}`}
              src={`${path}?cho=${IN_URL[audience]}&nen=${IN_URL[scheme]}`}
            />
          </section>
        ))}
      </div>
    </OfficerLayout>
  );
}

/** What the query asks for; without `nen` the page with both frames, with it one sheet. Unknown values are the first of their kind. */
export function readStyleGuideQuery(query: Readonly<Record<string, unknown>>): {
  audience: Audience;
  scheme: Scheme | undefined;
} {
  const audience = AUDIENCES.find((each) => IN_URL[each] === query['cho']) ?? 'citizen';
  const scheme = SCHEMES.find((each) => IN_URL[each] === query['nen']);
  return { audience, scheme };
}
