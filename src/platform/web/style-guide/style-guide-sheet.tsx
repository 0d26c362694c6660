/** Style-guide sheet: the components of one audience in one mode, one under the other. */
import { defineTexts } from '../../i18n/texts.ts';
import { useFrame } from '../frame.tsx';
import { Document } from '../layouts/document.tsx';
import { type Audience, groups } from './groups.ts';

export type Scheme = 'light' | 'dark';

export interface StyleGuideSheetProps {
  audience: Audience;
  scheme: Scheme;
}

const texts = defineTexts({ title: { vi: 'Thành phần giao diện', en: 'Components' } });

export function StyleGuideSheet({ audience, scheme }: StyleGuideSheetProps) {
  const frame = useFrame();
  const words = texts(frame.locale);
  return (
    <Document frame={frame} title={words.title} styleSheet={`${audience}.css`} scheme={scheme}>
      <main class="vc-guide">
        <h1>{words.title}</h1>
        {groups
          .filter((group) => group.audiences.includes(audience))
          .map((group) => (
            <section key={group.title} class="vc-guide-group">
              <h2 class="vc-guide-title">{group.title}</h2>
              {group.examples.map((example) => (
                <div key={example.state} class="vc-guide-example">
                  <p class="vc-caption">{example.state}</p>
                  {example.show}
                </div>
              ))}
            </section>
          ))}
      </main>
    </Document>
  );
}
