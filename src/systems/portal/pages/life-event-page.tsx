/** Life event page: what has to be done when something happens in life, each with how long it takes. */
import { inLanguage, type LocalText } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { Icon, type IconName } from '../../../platform/web/components/icon/icon.tsx';
import { LinkList } from '../../../platform/web/components/link-list/link-list.tsx';
import { Breadcrumb } from '../../../platform/web/components/trail/trail.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { CitizenLayout } from '../../../platform/web/layouts/citizen-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import { FactText } from './fact-text.tsx';
import type { Fact } from './procedure-view.ts';

export interface LifeEventPageProps {
  name: LocalText;
  icon: IconName;
  procedures: readonly {
    readonly code: string;
    readonly name: LocalText;
    readonly field: LocalText;
    readonly href: string;
    readonly term: Fact;
  }[];
}

const texts = defineTexts({
  home: { vi: 'Trang chủ', en: 'Home' },
  about: {
    vi: 'Các thủ tục thường cần làm. Không phải ai cũng cần làm tất cả.',
    en: 'Procedures that usually go with it. Not everybody needs all of them.',
  },
});

export function LifeEventPage({ name, icon, procedures }: LifeEventPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <CitizenLayout title={inLanguage(name, locale).text}>
      <Breadcrumb crumbs={[{ label: words.home, href: '/' }]} />
      <h1>
        <Icon name={icon} size={28} /> <Local text={name} />
      </h1>
      <p class="vc-quiet vc-page-title">{words.about}</p>
      <LinkList
        rows={procedures.map((one) => ({
          href: one.href,
          title: <Local text={one.name} />,
          detail: (
            <>
              <span class="vc-whole">{one.code}</span> · <Local text={one.field} /> · <FactText fact={one.term} />
            </>
          ),
        }))}
      />
    </CitizenLayout>
  );
}
