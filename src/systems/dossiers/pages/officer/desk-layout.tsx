/** Desk layout: the officer layout with the desk's unit, the search and the places an officer goes between. */
import type { ComponentChildren } from 'preact';
import type { HeldPosition } from '../../../../platform/identity/signed-in.ts';
import { inLanguage } from '../../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { Tabs, type Tab } from '../../../../platform/web/components/tabs/tabs.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../../platform/web/layouts/officer-layout.tsx';

export interface DeskLayoutProps {
  readonly title: string;
  readonly position: HeldPosition | undefined;
  readonly can: (permission: string) => boolean;
  /** Queues of the desk; the places instead when left out. */
  readonly tabs?: ComponentChildren;
  readonly search?: string;
  readonly full?: boolean;
  readonly children: ComponentChildren;
}

const texts = defineTexts({
  places: { vi: 'Nơi làm việc', en: 'Places' },
  queues: { vi: 'Hồ sơ', en: 'Dossiers' },
  counter: { vi: 'Quầy tiếp nhận', en: 'Counter' },
  sign: { vi: 'Chờ ký', en: 'To sign' },
});

export function DeskLayout({ title, position, can, tabs, search, full, children }: DeskLayoutProps) {
  const { locale } = useFrame();
  const desk = position && inLanguage(position.unitName, locale).text;
  return (
    <OfficerLayout
      title={title}
      desk={desk}
      search={{ action: '/can-bo/ho-so', ...(search === undefined ? {} : { value: search }) }}
      tabs={tabs ?? <Places can={can} />}
      {...(full === undefined ? {} : { full })}
    >
      {children}
    </OfficerLayout>
  );
}

function Places({ can }: Pick<DeskLayoutProps, 'can'>) {
  const { locale, path } = useFrame();
  const words = texts(locale);
  const places: (Tab & { readonly permission: string })[] = [
    { label: words.queues, href: '/can-bo/ho-so', permission: 'dossiers.process' },
    { label: words.counter, href: '/can-bo/quay', permission: 'dossiers.receive' },
    { label: words.sign, href: '/can-bo/ky', permission: 'dossiers.sign' },
  ];
  return (
    <Tabs
      label={words.places}
      tabs={places
        .filter(({ permission }) => can(permission))
        .map((place) => ({ ...place, current: path.split('?')[0] === place.href }))}
    />
  );
}
