/** Data table: rows of like things under named columns, dense for officers or roomy for reading, sortable by links in the URL. */
import type { ComponentChildren } from 'preact';
import { defineTexts } from '../../../i18n/texts.ts';
import { useLocale } from '../../frame.tsx';
import { Icon } from '../icon/icon.tsx';

export interface Column<Row> {
  readonly key: string;
  readonly head: ComponentChildren;
  readonly cell: (row: Row) => ComponentChildren;
  /** Numbers, dates and chips stand at the end; `digits` sets them in figures of one width. */
  readonly align?: 'end';
  readonly digits?: boolean;
  /** In a dense table columns have fixed widths: xs 80, s 96, m 128, l 140; without one the column takes what is left. */
  readonly width?: 'xs' | 's' | 'm' | 'l';
  /** Left out where the table has less room: below 860 px (`first`), below 620 px (`second`), where one `l` column takes what is left. */
  readonly drops?: 'first' | 'second';
  /** Following it sorts by this column; `now` is how it is sorted at present. */
  readonly sort?: { readonly href: string; readonly now?: 'ascending' | 'descending' };
  /** On a phone, where there are no heads, its head stands before what it says. */
  readonly labelled?: true;
  /** In a dense table what it says is never cut: it takes more lines, and on a phone a line of its own. */
  readonly wraps?: true;
  /** This column names the row for who hears the table. */
  readonly names?: boolean;
}

export interface DataTableProps<Row> {
  /** What the table shows, read out before it; hidden when a heading beside it says the same. */
  caption: string;
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  dense?: boolean;
  /** On a phone each row is read down, its cells with their heads before them: for roomy tables of more columns than fit there. */
  cards?: boolean;
  /** More columns of numbers than fit everywhere: the one that names the row keeps its width and stays in sight. */
  wide?: boolean;
  /** Marks the row whose details are open beside the table. */
  selected?: string;
  /** A box in front of each row, for bulk actions of the form with this id. */
  choose?: {
    readonly name: string;
    readonly form: string;
    readonly label: (row: Row) => string;
    readonly chosen?: readonly string[];
  };
}

type TableRowsProps<Row> = Pick<DataTableProps<Row>, 'columns' | 'rows' | 'keyOf' | 'selected' | 'choose' | 'cards'>;

const texts = defineTexts({ choose: { vi: 'Chọn', en: 'Select' } });

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionHidden, columns, dense, wide, cards, choose } = props;
  const words = texts(useLocale());
  return (
    <div
      class="vc-table-frame"
      tabIndex={dense ? undefined : 0}
      role={dense ? undefined : 'region'}
      aria-label={dense ? undefined : caption}
    >
      <table class="vc-table" data-dense={dense} data-wide={wide} data-cards={cards}>
        <caption class={captionHidden ? 'ds-sr-only' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {choose && (
              <th class="vc-choose" scope="col">
                <span class="ds-sr-only">{words.choose}</span>
              </th>
            )}
            {columns.map((column) => (
              <Head key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          <TableRows {...props} />
        </tbody>
      </table>
    </div>
  );
}

/** The rows by themselves: what a live page sends of those that changed. */
export function TableRows<Row>({ columns, rows, keyOf, selected, choose, cards = false }: TableRowsProps<Row>) {
  return (
    <>
      {rows.map((row) => (
        <tr key={keyOf(row)} data-key={keyOf(row)} aria-current={keyOf(row) === selected ? 'true' : undefined}>
          {choose && (
            <td class="vc-choose">
              <label>
                <input
                  class="ds-input"
                  type="checkbox"
                  name={choose.name}
                  form={choose.form}
                  value={keyOf(row)}
                  checked={choose.chosen?.includes(keyOf(row))}
                  aria-label={choose.label(row)}
                />
              </label>
            </td>
          )}
          {columns.map((column) => (
            <Cell key={column.key} column={column} row={row} isLabelled={column.labelled ?? cards} />
          ))}
        </tr>
      ))}
    </>
  );
}

function Head<Row>({ column }: { column: Column<Row> }) {
  const { sort } = column;
  return (
    <th scope="col" data-align={column.align} data-width={column.width} data-drops={column.drops} aria-sort={sort?.now}>
      {sort ? (
        <a href={sort.href}>
          {column.head}
          {sort.now && <Icon name={sort.now === 'ascending' ? 'chevron-up' : 'chevron-down'} size={14} />}
        </a>
      ) : (
        column.head
      )}
    </th>
  );
}

function Cell<Row>({ column, row, isLabelled }: { column: Column<Row>; row: Row; isLabelled: boolean }) {
  const attributes = {
    'data-align': column.align,
    'data-drops': column.drops,
    'data-wraps': column.wraps,
    'data-label': isLabelled && typeof column.head === 'string' ? column.head : undefined,
    class: column.digits ? 'vc-digits' : undefined,
  };
  return column.names ? (
    <th scope="row" {...attributes}>
      {column.cell(row)}
    </th>
  ) : (
    <td {...attributes}>{column.cell(row)}</td>
  );
}
