/** Linked parts: what other bodies do for a dossier, each with its unit, its time and how it ended. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { SummaryList } from '../../../platform/web/components/summary-list/summary-list.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { Local } from '../../../platform/web/local.tsx';
import { type Consultation, type DossierState, partName } from '../dossier-state.ts';

const texts = defineTexts({
  due: { vi: (when: string) => `xong trước ${when}`, en: (when: string) => `due ${when}` },
  overdue: { vi: (when: string) => `quá hạn từ ${when}`, en: (when: string) => `overdue since ${when}` },
  done: { vi: 'đã xong', en: 'done' },
  refused: { vi: 'không giải quyết được', en: 'refused' },
  'called-off': { vi: 'thôi thực hiện', en: 'called off' },
  paper: { vi: 'Xem giấy tờ', en: 'See the paper' },
  number: { vi: (reference: string) => `số ${reference}`, en: (reference: string) => `number ${reference}` },
});

export const hasParts = ({ consultations }: Pick<DossierState, 'consultations'>): boolean =>
  consultations.some(({ part }) => part !== null);

export function LinkedParts({ dossier }: { dossier: Pick<DossierState, 'consultations' | 'definition'> }) {
  const { locale } = useFrame();
  const parts = dossier.consultations.filter(({ part }) => part !== null);
  return (
    <SummaryList
      rows={parts.map((part) => ({
        label: <Local text={partName(dossier, part.part)} />,
        value: (
          <>
            <Local text={part.unitName} />, <State part={part} />
            {part.fileId !== null && (
              <PaperLink part={part} of={inLanguage(partName(dossier, part.part), locale).text} />
            )}
          </>
        ),
      }))}
    />
  );
}

function State({ part: { outcome, overdueAt, dueAt, reference } }: { part: Consultation }) {
  const { locale } = useFrame();
  const words = texts(locale);
  const when = timeInTable(dueAt, locale);
  if (outcome === null) return <>{overdueAt === null ? words.due(when) : words.overdue(when)}</>;
  return <>{reference === null ? words[outcome] : `${words[outcome]}, ${words.number(reference)}`}</>;
}

function PaperLink({ part: { fileId }, of }: { part: Consultation; of: string }) {
  const words = texts(useFrame().locale);
  return (
    <>
      {' '}
      <a class="ds-link" href={`/tep/${fileId}`}>
        {words.paper}
        <span class="ds-sr-only"> {of}</span>
      </a>
    </>
  );
}
