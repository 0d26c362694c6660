/** Fields of slips: what a slip's template may say in braces, with its name for those who write templates. */
import type { LocalText } from '../../i18n/local-text.ts';
import type { SlipContext } from './slip-context.ts';

export type SlipValue = string | undefined;
export type SlipRow = Readonly<Record<string, SlipValue>>;

/** What a field reads beside the slip's own data. */
export interface PrintedContext extends SlipContext {
  /** Of the form in force. */
  readonly title: string;
}

export interface SlipField<Data> {
  readonly label: Required<LocalText>;
  readonly read: (data: Data, context: PrintedContext) => SlipValue;
  /** Words of the office itself, drawn like the sentence they stand in. */
  readonly own?: boolean;
}

/** Rows that a list or a table goes over, each with values of its own. */
export interface SlipRows<Data> {
  readonly label: Required<LocalText>;
  readonly read: (data: Data) => readonly SlipRow[];
  readonly values: Readonly<Record<string, { readonly label: Required<LocalText>; readonly optional?: boolean }>>;
}

export interface SlipFields<Data> {
  readonly fields: Readonly<Record<string, SlipField<Data>>>;
  readonly rows: Readonly<Record<string, SlipRows<Data>>>;
}

export const named = (vi: string, en: string): Required<LocalText> => ({ vi, en });

/** Lines of one text each: `{item}`. */
export const lines = <Data>(label: Required<LocalText>, read: (data: Data) => readonly string[]): SlipRows<Data> => ({
  label,
  read: (data) => read(data).map((item) => ({ item })),
  values: { item: { label: named('Dòng đang in', 'The line') } },
});

/** The office that heads every slip. */
export const OFFICE_FIELDS: Readonly<Record<string, SlipField<unknown>>> = {
  form_title: { label: named('Tên mẫu', 'Title of the form'), read: (_, { title }) => title, own: true },
  agency: { label: named('Cơ quan', 'Agency'), read: (_, { office }) => office.agency, own: true },
  one_stop: { label: named('Bộ phận một cửa', 'One-stop office'), read: (_, { office }) => office.oneStop, own: true },
  place: { label: named('Địa danh', 'Place'), read: (_, { office }) => office.place, own: true },
};
