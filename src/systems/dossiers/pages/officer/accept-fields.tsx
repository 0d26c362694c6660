/** Accept fields: the papers to check before a dossier is taken, and the exemption it claims. */
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { useFrame } from '../../../../platform/web/frame.tsx';
import type { ActFieldsProps } from './act-fields.tsx';
import { ExemptionFields } from './exemption-fields.tsx';
import { ANSWERS, PaperList } from './officer-papers.tsx';

const texts = defineTexts({
  check: { vi: 'Giấy tờ cần kiểm tra', en: 'Papers to check' },
});

export function AcceptFields({
  dossier,
  papers,
  claim,
  typed,
}: Pick<ActFieldsProps, 'dossier' | 'papers' | 'claim' | 'typed'>) {
  const words = texts(useFrame().locale);
  return (
    <>
      {papers && (
        <>
          <h2>{words.check}</h2>
          <PaperList {...papers} answers={`/can-bo/ho-so/${dossier.code}${ANSWERS}`} />
        </>
      )}
      {claim && <ExemptionFields claim={claim} typed={typed} />}
    </>
  );
}
