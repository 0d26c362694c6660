/** Questions of one section as HTML that works without script; the page around them brings the form element, the heading and "Tiếp tục". */
import type { ComponentChildren } from 'preact';
import type { LocalText } from '../i18n/local-text.ts';
import { defineTexts } from '../i18n/texts.ts';
import { Button } from '../web/components/button/button.tsx';
import { fieldId } from '../web/components/field/field.tsx';
import { Fieldset } from '../web/components/field/fieldset.tsx';
import type { HandedIn } from '../web/components/field/file-input.tsx';
import { useLocale } from '../web/frame.tsx';
import { Local } from '../web/local.tsx';
import type { Answers } from './answers.ts';
import type { Asking } from './asking.ts';
import type { FieldError } from './field-error.ts';
import { CommuneSuggestions } from './address-question.tsx';
import type { Form, FormContext } from './form.ts';
import { type LiveGroup, type LiveNode, type LiveRow, liveFields, liveForm, numbered } from './live-form.ts';
import { ACTION, ASKED } from './posted-body.ts';
import type { Provenance } from './prefill.ts';
import { Question } from './question.tsx';

export interface SectionQuestionsProps {
  form: Form;
  /** Key of the section. */
  section: string;
  answers: Answers;
  context: FormContext;
  /** As readForm gave them, after a failed submit. */
  errors?: readonly FieldError[];
  typed?: Readonly<Record<string, string>>;
  provenance?: Provenance;
  /** Names of the files whose ids are among the answers. */
  files?: readonly HandedIn[];
  /** The page's heading: a block of the same name is not called by it again. */
  heading?: LocalText;
  /** False where a page shows several sections and brings the suggestions for all of them. */
  suggestions?: boolean;
}

const texts = defineTexts({
  continue: { vi: 'Tiếp tục', en: 'Continue' },
  add: { vi: (item: string) => `Thêm ${item}`, en: (item: string) => `Add ${item}` },
  remove: { vi: 'Bỏ', en: 'Remove' },
});

/** Nothing when the section is not asked. Nobody else may name a control `_asked` or `_action`. */
export function SectionQuestions({
  form,
  section,
  answers,
  context,
  errors = [],
  typed = {},
  provenance = {},
  files = [],
  heading,
  suggestions = true,
}: SectionQuestionsProps) {
  const words = texts(useLocale());
  const live = liveForm(form, answers, context).sections.find((one) => one.section.key === section);
  if (live === undefined) return null;
  const asking: Asking = {
    form,
    errors: new Map(errors.map((error) => [error.path, error])),
    typed,
    provenance,
    files,
  };
  const asked = liveFields(live.nodes).filter(({ field }) => field.node.field.kind !== 'info');
  return (
    <>
      {/* Enter in a text field presses the first button of the form, which must not be one that removes a row. */}
      <button type="submit" class="ds-sr-only" tabIndex={-1} aria-hidden="true">
        {words.continue}
      </button>
      <input type="hidden" name={ASKED} value={asked.map(({ field }) => field.path).join(' ')} />
      <Nodes asking={asking} nodes={live.nodes} heading={heading} />
      {suggestions && asked.some(({ field }) => field.node.field.kind === 'address') && (
        <CommuneSuggestions form={form} />
      )}
    </>
  );
}

function Nodes({ asking, nodes, heading }: { asking: Asking; nodes: readonly LiveNode[]; heading?: LocalText }) {
  return (
    <>
      {nodes.map((live) => {
        if (live.kind === 'field') return <Question key={live.path} asking={asking} live={live} />;
        if (live.kind === 'group') return <Rows key={live.path} asking={asking} group={live} />;
        if (live.node.label.vi === heading?.vi) return <Nodes key={live.path} asking={asking} nodes={live.children} />;
        return (
          <Fieldset
            key={live.path}
            legend={<Local text={live.node.label} />}
            hint={live.node.hint && <Local text={live.node.hint} />}
          >
            <Nodes asking={asking} nodes={live.children} />
          </Fieldset>
        );
      })}
    </>
  );
}

/** Rows of a group, each with its own way out, and one button for a row more while there is room. */
function Rows({ asking, group }: { asking: Asking; group: LiveGroup }) {
  const locale = useLocale();
  const words = texts(locale);
  const { node, path, rows } = group;
  const item = locale === 'vi' ? node.item.vi : (node.item.en ?? node.item.vi);
  const error = asking.errors.get(path);
  return (
    <Fieldset legend={<Local text={node.label} />} hint={node.hint && <Local text={node.hint} />}>
      <input type="hidden" name={`${path}._rows`} value={rows.length} />
      {error && (
        <p class="ds-validation-message" id={fieldId(path)} tabIndex={-1}>
          <Local text={error.message} />
        </p>
      )}
      {rows.map((row, index) => (
        <Row key={row.path} asking={asking} group={group} row={row} index={index}>
          <Nodes asking={asking} nodes={row.children} />
          {rows.length > node.min && (
            <Button variant="tertiary" name={ACTION} value={`remove:${path}:${index}`}>
              {words.remove}{' '}
              <span class="ds-sr-only">
                <Local text={numbered(node.item, index)} />
              </span>
            </Button>
          )}
        </Row>
      ))}
      {rows.length < node.max && (
        <Button variant="secondary" name={ACTION} value={`add:${path}`}>
          {words.add(item.slice(0, 1).toLocaleLowerCase(locale) + item.slice(1))}
        </Button>
      )}
    </Fieldset>
  );
}

interface RowProps {
  asking: Asking;
  group: LiveGroup;
  row: LiveRow;
  index: number;
  children: ComponentChildren;
}

/** A row with its number above it; folded to a line where the group says so, unless something in it is to be mended. */
function Row({ asking, group: { node }, row, index, children }: RowProps) {
  const number = <Local text={numbered(node.item, index)} />;
  const named = row.children.find((child) => child.kind === 'field' && child.node.key === node.group.folded);
  const name = named?.kind === 'field' ? named.answer : undefined;
  if (typeof name !== 'string') return <Fieldset legend={number}>{children}</Fieldset>;
  const faulty = [...asking.errors.keys()].some((path) => path.startsWith(`${row.path}.`));
  return (
    <details class="vc-details vc-folded" open={faulty}>
      <summary>
        {number}: {name}
      </summary>
      {children}
    </details>
  );
}
