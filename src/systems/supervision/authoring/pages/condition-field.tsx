/** The condition as text, with what is wrong underlined, what it says in words, and the values at hand; an island quickens it, and without script it works as a plain form. */
import { type ComponentChildren, h } from 'preact';
import type { LocalText } from '../../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { Textarea } from '../../../../platform/web/components/field/textarea.tsx';
import { MarkedText } from '../../../../platform/web/components/marked-text/marked-text.tsx';
import { useLocale } from '../../../../platform/web/frame.tsx';
import type { FormFault } from '../scenario-form.ts';
import { TYPE_WORDS } from '../../../../platform/conditions/type-words.ts';
import { FUNCTIONS, type NamedValue, type ValueGroup } from '../scenario-vocabulary.ts';
import { scenarioTexts, SCENARIOS } from '../scenario-words.ts';
import type { TriedExample } from '../try-scenario.ts';

export interface ConditionFieldProps {
  readonly kind: string;
  readonly condition: string;
  readonly faults: readonly FormFault[];
  readonly said: LocalText | undefined;
  readonly examples: readonly TriedExample[];
  readonly values: readonly ValueGroup[];
}

const texts = defineTexts({
  hint: {
    vi: 'Viết bằng CEL: giá trị, phép so sánh, && (và), || (hoặc), ! (không). Các giá trị và hàm dùng được ở bên dưới.',
    en: 'Written in CEL: values, comparisons, && (and), || (or), ! (not). The values and functions at hand are below.',
  },
  at: {
    vi: (from: number, to: number) => `Ký tự ${from}–${to}: `,
    en: (from: number, to: number) => `Characters ${from}–${to}: `,
  },
  said: { vi: 'Nói bằng lời', en: 'In words' },
  examples: { vi: 'Thử trên các ví dụ', en: 'Tried on the examples' },
  lawful: { vi: 'Đúng luật', en: 'Lawful' },
  unlawful: { vi: 'Vi phạm', en: 'Unlawful' },
  fits: { vi: 'ra như ghi', en: 'comes out as it says' },
  fitsNot: { vi: 'không ra như ghi', en: 'does not come out as it says' },
  undecided: { vi: 'thiếu giá trị để xét', en: 'lacks a value to decide' },
  values: { vi: 'Các giá trị dùng được', en: 'Values at hand' },
  functions: { vi: 'Phép và hàm dùng được', en: 'Functions at hand' },
  insert: { vi: 'Chèn vào điều kiện', en: 'Insert into the condition' },
  builder: { vi: 'Dựng điều kiện đơn giản', en: 'Build a simple condition' },
  checking: { vi: 'Đang kiểm tra', en: 'Checking' },
  fine: { vi: 'Điều kiện viết đúng.', en: 'The condition is well formed.' },
  cannotReach: {
    vi: 'Chưa kiểm tra được lúc này; khi lưu vẫn kiểm tra lại.',
    en: 'It cannot be checked just now; saving checks it again.',
  },
  all: { vi: 'mọi dòng đều đúng', en: 'all rows hold' },
  any: { vi: 'một dòng đúng là đủ', en: 'any row is enough' },
  join: { vi: 'Vi phạm khi', en: 'A violation when' },
  field: { vi: 'Giá trị xét', en: 'Value looked at' },
  comparison: { vi: 'So sánh', en: 'Comparison' },
  compared: { vi: 'So với', en: 'Compared with' },
  addRow: { vi: 'Thêm dòng', en: 'Add a row' },
  dropRow: { vi: 'Bỏ dòng', en: 'Remove the row' },
  yes: { vi: 'đúng', en: 'yes' },
  no: { vi: 'không', en: 'no' },
  has: { vi: 'có', en: 'has' },
  hasNot: { vi: 'không có', en: 'has not' },
  given: { vi: 'đã có giá trị', en: 'is given' },
  notGiven: { vi: 'chưa có giá trị', en: 'is not given' },
  tooMuch: {
    vi: 'Điều kiện này phức tạp hơn các dòng so sánh: sửa ở ô văn bản.',
    en: 'This condition is more than rows of comparisons: edit it as text.',
  },
});

/** What the island knows the field by. */
function Editor({
  kind,
  words,
  children,
}: {
  readonly kind: string;
  readonly words: EditorWords;
  readonly children: ComponentChildren;
}) {
  return h(
    'condition-editor',
    {
      class: 'vc-stack',
      'data-check': `${SCENARIOS}/thu`,
      'data-values': `${SCENARIOS}/tu-vung`,
      'data-kind': kind,
      'data-words': JSON.stringify(words),
    },
    children,
  );
}

export function ConditionField({ kind, condition, faults, said, examples, values }: ConditionFieldProps) {
  const locale = useLocale();
  const words = texts(locale);
  const { condition: label } = scenarioTexts(locale);
  const own = faults.filter(({ name }) => name === 'condition');
  const marks = own.flatMap(({ range }) => (range ? [range] : []));
  return (
    <Editor kind={kind} words={wordsOfEditor(words, locale)}>
      <Textarea
        name="condition"
        label={label}
        hint={words.hint}
        value={condition}
        rows={5}
        {...(own.length > 0 && { error: own.map(({ message, range }) => sentence(message[locale], range)).join(' ') })}
      />
      <div class="vc-stack" data-part="answer" role="status">
        {marks.length > 0 && <MarkedText text={condition} marks={marks} />}
        {said && (
          <p>
            <strong>{words.said}:</strong> {said[locale] ?? said.vi}
          </p>
        )}
        {examples.length > 0 && (
          <>
            <p>
              <strong>{words.examples}</strong>
            </p>
            <ul class="vc-list">
              {examples.map((one, index) => (
                <li key={index}>
                  {one.which === 'lawful' ? words.lawful : words.unlawful}: {one.title[locale]} –{' '}
                  {one.fits ? words.fits : one.found === undefined ? words.undecided : words.fitsNot}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <div data-part="builder" />
      <details>
        <summary>{words.values}</summary>
        <div data-part="values">
          {values.map((group) => (
            <section key={group.name}>
              <h3>{group.label[locale]}</h3>
              <ul class="vc-list">
                {group.values.map((value) => (
                  <li key={value.path}>
                    <Named value={value} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </details>
      <details>
        <summary>{words.functions}</summary>
        <ul class="vc-list" data-part="functions">
          {FUNCTIONS.map(({ insert, label: says }) => (
            <li key={insert} data-insert={insert}>
              <code>{insert}</code> {says[locale]}
            </li>
          ))}
        </ul>
      </details>
    </Editor>
  );

  function sentence(message: string, range: FormFault['range']): string {
    return range ? `${words.at(range.start + 1, Math.max(range.end, range.start + 1))}${message}.` : message;
  }
}

function Named({ value }: { readonly value: NamedValue }) {
  const locale = useLocale();
  return (
    <>
      <code>{value.path}</code> {value.label[locale]} ({TYPE_WORDS[value.type]?.[locale]})
      {value.words.length > 0 && (
        <span class="vc-quiet"> {value.words.map((word) => `"${word.value}" ${word.label[locale]}`).join(', ')}</span>
      )}
      {value.rows.length > 0 && (
        <span class="vc-quiet"> {value.rows.map((row) => `${row.path} ${row.label[locale]}`).join(', ')}</span>
      )}
    </>
  );
}

const EDITOR_WORDS = [
  'said',
  'examples',
  'lawful',
  'unlawful',
  'fits',
  'fitsNot',
  'undecided',
  'insert',
  'builder',
  'checking',
  'fine',
  'cannotReach',
  'all',
  'any',
  'join',
  'field',
  'comparison',
  'compared',
  'addRow',
  'dropRow',
  'yes',
  'no',
  'has',
  'hasNot',
  'given',
  'notGiven',
  'tooMuch',
] as const;

export type EditorWords = Readonly<Record<(typeof EDITOR_WORDS)[number], string>> & {
  readonly characters: string;
  readonly types: Readonly<Record<string, string>>;
};

const wordsOfEditor = (words: ReturnType<typeof texts>, locale: 'vi' | 'en'): EditorWords => ({
  ...(Object.fromEntries(EDITOR_WORDS.map((name) => [name, words[name]])) as Record<
    (typeof EDITOR_WORDS)[number],
    string
  >),
  characters: locale === 'vi' ? 'Ký tự' : 'Characters',
  types: Object.fromEntries(Object.entries(TYPE_WORDS).map(([type, label]) => [type, label[locale]])),
});
