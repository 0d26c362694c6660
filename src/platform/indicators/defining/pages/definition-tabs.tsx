/** The pages of one definition beside each other. */
import { settingTexts } from '../../../settings/pages/setting-words.ts';
import { Tabs } from '../../../web/components/tabs/tabs.tsx';
import { useLocale } from '../../../web/frame.tsx';
import { DEFINITIONS, definingTexts, pathOf } from '../defining-words.ts';

export function DefinitionTabs({ code, here }: { readonly code: string; readonly here: string }) {
  const locale = useLocale();
  const words = definingTexts(locale);
  const shared = settingTexts(locale);
  const path = pathOf(code);
  const tabs = [
    { label: words.definitions, href: DEFINITIONS },
    { label: words.definition(code), href: path },
    { label: shared.draft, href: `${path}/ban-nhap` },
    { label: shared.versions, href: `${path}/phien-ban` },
  ];
  return <Tabs label={words.definition(code)} tabs={tabs.map((tab) => ({ ...tab, current: tab.href === here }))} />;
}
