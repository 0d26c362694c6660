/** The pages of one scenario beside each other. */
import { settingTexts } from '../../../../platform/settings/pages/setting-words.ts';
import { Tabs } from '../../../../platform/web/components/tabs/tabs.tsx';
import { useLocale } from '../../../../platform/web/frame.tsx';
import { pathOf, scenarioTexts, SCENARIOS } from '../scenario-words.ts';

export function ScenarioTabs({ code, here }: { readonly code: string; readonly here: string }) {
  const locale = useLocale();
  const words = scenarioTexts(locale);
  const shared = settingTexts(locale);
  const path = pathOf(code);
  const tabs = [
    { label: words.scenarios, href: SCENARIOS },
    { label: words.scenario(code), href: path },
    { label: shared.draft, href: `${path}/ban-nhap` },
    { label: words.backTest, href: `${path}/thu-lai` },
    { label: shared.versions, href: `${path}/phien-ban` },
  ];
  return <Tabs label={words.scenario(code)} tabs={tabs.map((tab) => ({ ...tab, current: tab.href === here }))} />;
}
