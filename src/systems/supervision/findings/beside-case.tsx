/** Findings beside a case: on the page that answers the act the officer sees at once what was found, and in the timeline on which entry. */
import type { VNode } from 'preact';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { LinkButton } from '../../../platform/web/components/button/button.tsx';
import { Finding } from '../../../platform/web/components/finding/finding.tsx';
import { Icon } from '../../../platform/web/components/icon/icon.tsx';
import type { ReadBesideCase } from '../../../platform/system/beside-case.ts';
import { defineTexts, type Locale } from '../../../platform/i18n/texts.ts';
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import type { SupervisionTables } from '../tables.ts';
import { listOfCase, type OfCase } from './findings-of-case.ts';
import { SEVERITY_LOOKS, severityWords, standingOf, standingWords } from './finding-words.ts';
import { FINDINGS } from './findings-asked.ts';
import { reachOf } from './reach.ts';

const texts = defineTexts({
  answerBy: { vi: (at: string) => `Giải trình trước ${at}`, en: (at: string) => `Answer by ${at}` },
  sees: { vi: (who: string) => `Cùng thấy: ${who}`, en: (who: string) => `Also seen by: ${who}` },
  head: { vi: 'người đứng đầu đơn vị', en: 'the head of the unit' },
  answer: { vi: 'Giải trình', en: 'Answer' },
  evidence: { vi: 'Xem bằng chứng', en: 'See the evidence' },
  confirm: { vi: 'căn cứ chờ xác nhận', en: 'basis to be confirmed' },
});

export const findingsBesideCase: ReadBesideCase<SupervisionTables> = async (platform, { caseId, reader, locale }) => {
  const reach = await reachOf(platform.db, reader, platform.clock());
  const found = await listOfCase(platform.db, caseId, reach);
  const marks = new Map<string, VNode>();
  for (const { entryId, code } of found)
    if (entryId !== null)
      marks.set(
        entryId,
        <a class="vc-diary-mark" href={`${FINDINGS}/${code}`}>
          <Icon name="flag" size={14} /> <span class="vc-whole">{code}</span>
        </a>,
      );
  const open = found.filter(({ outcome }) => outcome === null);
  if (open.length === 0) return { marks };
  const panel = (
    <>
      {open.map((one) => (
        <FindingBox key={one.code} finding={one} locale={locale} answerable={one.officer === reader.accountId} />
      ))}
    </>
  );
  return { panel, marks };
};

function FindingBox({ finding, locale, answerable }: { finding: OfCase; locale: Locale; answerable: boolean }) {
  const words = texts(locale);
  const href = `${FINDINGS}/${finding.code}`;
  const say = (text: OfCase['title']): string => inLanguage(text, locale).text;
  const standing = standingOf(finding);
  const waits = standing === 'unanswered';
  return (
    <Finding
      number={finding.code}
      href={href}
      level={{ words: severityWords(locale)[finding.severity], ...SEVERITY_LOOKS[finding.severity] }}
      time={timeInTable(finding.foundAt, locale)}
      title={say(finding.title)}
      facts={[
        finding.confirm ? `${finding.basis} (${words.confirm})` : finding.basis,
        waits && finding.dueAt !== null
          ? words.answerBy(timeInTable(finding.dueAt, locale))
          : standingWords(locale)[standing],
        words.sees([...finding.tells.map(say), words.head].filter(isFirst).join(', ')),
      ]}
      actions={
        answerable && waits ? (
          <>
            <LinkButton href={`${href}#giai-trinh`} variant="secondary">
              {words.answer}
            </LinkButton>
            <LinkButton href={href} variant="tertiary">
              {words.evidence}
            </LinkButton>
          </>
        ) : (
          <LinkButton href={href} variant="tertiary">
            {words.evidence}
          </LinkButton>
        )
      }
    >
      {say(finding.message)}
    </Finding>
  );
}

const isFirst = (word: string, index: number, all: readonly string[]): boolean => all.indexOf(word) === index;
