/** Reasons of a bulk act: common words and papers of the procedures' lists for all that are ticked; a line's own words stand beside it. */
import { inLanguage } from '../../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { Checkboxes } from '../../../../platform/web/components/field/radios.tsx';
import { Textarea } from '../../../../platform/web/components/field/textarea.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import type { BulkAct } from '../../bulk-acts.ts';
import { listedPapers, NAMES_PAPERS } from '../../bulk-reasons.ts';
import type { LoadedDossier } from '../../load-dossier.ts';

/** Then the procedure's code, or the dossier's id. */
export const PAPERS_FIELD = 'giay-to.';
export const OWN_FIELD = 'rieng.';

const texts = defineTexts({
  papers: { vi: (name: string) => `Giấy tờ: ${name}`, en: (name: string) => `Papers: ${name}` },
  papersHint: {
    vi: 'Áp dụng cho các hồ sơ của thủ tục này chưa ghi lý do riêng.',
    en: 'For the dossiers of this procedure without words of their own.',
  },
  common: { vi: 'Lý do và hướng dẫn chung', en: 'Reason and instructions for all' },
  commonHint: {
    vi: 'Hồ sơ có lý do riêng thì dùng lý do riêng. Hồ sơ không có lý do nào thì không thực hiện và được báo lại.',
    en: 'A dossier with words of its own gets those. One without any reason is not acted on, and you are told.',
  },
  own: { vi: 'Lý do riêng của hồ sơ', en: 'A reason of its own, dossier' },
});

export function CommonReason({ act, dossiers }: { act: BulkAct; dossiers: readonly LoadedDossier[] }) {
  const { locale } = useFrame();
  const words = texts(locale);
  const procedures = new Map(dossiers.map((dossier) => [dossier.definition.code, dossier]));
  return (
    <>
      {NAMES_PAPERS.has(act) &&
        [...procedures].map(([code, dossier]) => {
          const papers = listedPapers(dossier);
          return papers.length === 0 ? null : (
            <Checkboxes
              key={code}
              name={`${PAPERS_FIELD}${code}`}
              label={words.papers(inLanguage(dossier.definition.name, locale).text)}
              hint={words.papersHint}
              options={papers.map(({ key, name }) => ({ value: key, label: inLanguage(name, locale).text }))}
              values={[]}
              optional
            />
          );
        })}
      <Textarea name="reason" label={words.common} hint={words.commonHint} maxLength={2000} rows={3} optional />
    </>
  );
}

export function OwnReason({ dossier: { id, code } }: { dossier: LoadedDossier }) {
  const words = texts(useFrame().locale);
  return (
    <input
      class="ds-input"
      name={`${OWN_FIELD}${id}`}
      aria-label={`${words.own} ${code}`}
      placeholder={words.own}
      maxLength={500}
      autocomplete="off"
    />
  );
}
