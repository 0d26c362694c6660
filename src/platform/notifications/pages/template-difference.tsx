/** What a text would change against the version in force, line by line; marked in words, not by colour alone. */
import { inLanguage } from '../../i18n/local-text.ts';
import { defineTexts, LOCALES } from '../../i18n/texts.ts';
import { Quoted } from '../../web/components/quoted/quoted.tsx';
import { useLocale } from '../../web/frame.tsx';
import { compareLines, type ComparedLine } from '../../text/compare-lines.ts';
import { TEXT_PARTS, type TemplateTexts, textIn } from '../template-texts.ts';
import { WithValues } from './with-values.tsx';
import { LANGUAGE_NAMES, PART_NAMES } from './template-words.ts';

const texts = defineTexts({
  same: { vi: 'Không khác gì phiên bản đang áp dụng.', en: 'The same as the version in force.' },
  gone: { vi: 'Bỏ: ', en: 'Gone: ' },
  new: { vi: 'Thêm: ', en: 'New: ' },
});

export function TemplateDifference({ before, after }: { before: TemplateTexts; after: TemplateTexts }) {
  const locale = useLocale();
  const words = texts(locale);
  const changed = TEXT_PARTS.flatMap((part) => LOCALES.map((language) => ({ part, language }))).filter(
    ({ part, language }) => textIn(before, part, language) !== textIn(after, part, language),
  );
  if (changed.length === 0) return <p>{words.same}</p>;
  return (
    <>
      {changed.map(({ part, language }) => (
        <Quoted
          key={`${part}.${language}`}
          lang={language}
          place={`${inLanguage(PART_NAMES[part], locale).text}, ${inLanguage(LANGUAGE_NAMES[language], locale).text}`}
        >
          {compareLines(textIn(before, part, language), textIn(after, part, language)).map(({ kind, text }, index) => (
            <p key={index}>
              {kind !== 'same' && <b lang={locale}>{words[kind]}</b>}
              <Changed kind={kind} text={text} />
            </p>
          ))}
        </Quoted>
      ))}
    </>
  );
}

function Changed({ kind, text }: ComparedLine) {
  const said = <WithValues text={text} />;
  if (kind === 'same') return text === '' ? <>{'\u00a0'}</> : said;
  return kind === 'gone' ? <del>{said}</del> : <ins>{said}</ins>;
}
