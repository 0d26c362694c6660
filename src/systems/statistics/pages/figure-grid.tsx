/** Figure grid: a table of figures, each leading to the dossiers it counts. */
import { type Column, DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import type { Cell, FigureRow, FigureTable } from '../figure-table.ts';

export function FigureGrid({ table, captionHidden }: { table: FigureTable; captionHidden?: boolean }) {
  const columns = table.columns.map(
    (column, index): Column<FigureRow> => ({
      key: column.key,
      head: column.head,
      names: index === 0,
      ...(column.words ? {} : { align: 'end', digits: true }),
      cell: (row) => <Shown row={row} cell={row.cells[index]} words={column.words ?? false} />,
    }),
  );
  return (
    <DataTable
      wide
      caption={table.title}
      captionHidden={captionHidden ?? false}
      rows={table.rows}
      keyOf={(row) => row.key}
      columns={columns}
    />
  );
}

/** What is not there, and nothing, stay quiet: what there is stands out. */
function Shown({ row, cell, words }: { row: FigureRow; cell: Cell | undefined; words: boolean }) {
  if (!cell || cell.text === '') return null;
  const text = row.total ? <strong>{cell.text}</strong> : cell.text;
  if (cell.href !== undefined)
    return (
      <a class="ds-link" href={cell.href}>
        {text}
      </a>
    );
  const isNothing = cell.number === undefined || (cell.format === 'count' && cell.number === 0);
  return !words && isNothing ? <span class="vc-quiet">{text}</span> : text;
}
