/** A form ready for use: its definition with shared blocks unfolded, options resolved and every condition compiled. */
import type { Condition } from '../conditions/condition.ts';
import type { Subject } from '../conditions/subject.ts';
import type { LocalText } from '../i18n/local-text.ts';
import type { Block, Check, FormDefinition, Group, InnerBlock, SimpleField } from './definition.ts';
import type { ListOption } from './form-lists.ts';

export interface Form {
  readonly definition: FormDefinition;
  readonly sections: readonly FormSection[];
  readonly checks: readonly FormCheck[];
  /** What conditions about the whole form may speak of: its fields and `context`. Others compile theirs against it and evaluate them with formValues. */
  readonly subject: Subject;
  /** For addresses: empty when nobody gave the list. */
  readonly provinces: readonly ListOption[];
  readonly communes: readonly ListOption[];
}

export interface FormSection {
  readonly key: string;
  readonly title: LocalText;
  readonly hint?: LocalText;
  readonly visible?: Condition;
  readonly nodes: readonly FormNode[];
}

export type FormNode = FieldNode | BlockNode | GroupNode;

export interface FieldNode {
  readonly kind: 'field';
  readonly key: string;
  readonly field: SimpleField;
  readonly visible?: Condition;
  readonly required: boolean | Condition;
  /** Of a choice or multi; empty for other kinds. */
  readonly options: readonly ListOption[];
  /** The whole path in the sources. */
  readonly prefill?: string;
}

interface ContainerNode {
  readonly key: string;
  readonly label: LocalText;
  readonly hint?: LocalText;
  readonly visible?: Condition;
  readonly nodes: readonly FormNode[];
  readonly checks: readonly FormCheck[];
}

export interface BlockNode extends ContainerNode {
  readonly kind: 'block';
  readonly block: Block | InnerBlock;
}

export interface GroupNode extends ContainerNode {
  readonly kind: 'group';
  readonly group: Group;
  readonly item: LocalText;
  readonly min: number;
  readonly max: number;
}

export interface FormCheck extends Omit<Check, 'when'> {
  readonly when: Condition;
}

/** What conditions may ask beside the answers. */
export interface FormContext {
  readonly today: string;
  readonly channel: 'online' | 'counter' | 'post';
  /** Code of the procedure's case, or ''. */
  readonly case: string;
  /** Code of the receiving commune, or ''. */
  readonly commune: string;
}

export const ROW_DEFAULTS = { min: 0, max: 20 };
