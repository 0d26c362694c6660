/** The score as files (tải về): CSV, JSON and a workbook of the same rows, with numbers that programs can read. */
import { loadExcel } from '../../platform/documents/load-excel.ts';
import { asDate, isoOf } from '../../platform/calendar/instant.ts';
import type { Json } from '../../platform/db/json.ts';
import { printable } from '../../platform/documents/paper/sheet.ts';
import { csvText } from '../../platform/text/csv.ts';
import { plainAmount } from './amount.ts';
import type { Score } from './read-score.ts';
import { targetAmount, type TargetScore } from './score/score-target.ts';

const HEADS = [
  'ma_chi_tieu',
  'chi_tieu',
  'nhom',
  'han',
  'cach_do',
  'don_vi_tinh',
  'so_sanh',
  'muc_tieu',
  'thuc_hien',
  'tu_so',
  'mau_so',
  'so_lieu_ngay',
  'moc_ban_dau',
  'du_bao',
  'trang_thai',
  'nguon',
  'cho_xac_nhan',
  'du_lieu_bia',
  'chua_ro',
  'moc_ban_dau_ngay',
  'lo_trinh',
] as const;

type Row = Readonly<Record<(typeof HEADS)[number], string>>;

/** Words: a sign of equality at the beginning of a cell is a formula. */
const COMPARES = { '>=': 'it-nhat', '<=': 'nhieu-nhat', '=': 'bang' } as const;

/** One row for each measure; empty where there is no data, never 0. Parts that are known stand there even where they make no share. */
function rowsOf({ targets }: Score): Row[] {
  return targets.flatMap(({ target, deadline, measures }: TargetScore) =>
    measures.map(({ measure, actual, parts, baseline, forecast, judged }) => ({
      ma_chi_tieu: target.id,
      chi_tieu: target.name.vi,
      nhom: target.group,
      han: deadline,
      cach_do: measure.key,
      don_vi_tinh: measure.kind === 'percent' ? '%' : (measure.unit?.vi ?? ''),
      so_sanh: COMPARES[measure.compare],
      muc_tieu: plainAmount(targetAmount(measure)),
      thuc_hien: actual ? plainAmount(actual.amount) : '',
      tu_so: textOf((actual ?? parts)?.numerator),
      mau_so: textOf((actual ?? parts)?.denominator),
      so_lieu_ngay: actual?.day ?? '',
      moc_ban_dau: baseline ? plainAmount(baseline.amount) : '',
      du_bao: forecast.kind === 'value' ? plainAmount(forecast.amount) : '',
      trang_thai: judged.status,
      nguon: actual?.from ?? '',
      cho_xac_nhan: target.confirm === undefined ? 'khong' : 'co',
      du_lieu_bia: actual?.value?.invented ? 'co' : 'khong',
      chua_ro: textOf((actual ?? parts)?.unknown),
      moc_ban_dau_ngay: baseline?.day ?? '',
      lo_trinh: judged.expected === undefined ? '' : plainAmount(judged.expected),
    })),
  );
}

const textOf = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);

export const scoreCsv = (score: Score): string =>
  csvText([[...HEADS], ...rowsOf(score).map((row) => HEADS.map((head) => row[head]))]);

export function scoreJson(score: Score): Json {
  return {
    as_of: isoOf(score.at),
    plan: { ...score.plan.name },
    invented: score.invented,
    rule: { ...score.plan.rule, forecast: { ...score.plan.rule.forecast } },
    targets: score.targets.map(({ target, deadline, status, measures }) => ({
      id: target.id,
      name: { ...target.name },
      group: target.group,
      deadline,
      status,
      to_be_confirmed: target.confirm !== undefined,
      measures: measures.map(({ measure, actual, parts, actuals, baseline, points, forecast, judged }) => ({
        key: measure.key,
        kind: measure.kind,
        compare: measure.compare,
        target: targetAmount(measure) / 10_000,
        actual: actual
          ? {
              day: actual.day,
              value: actual.amount / 10_000,
              numerator: actual.numerator,
              denominator: actual.denominator,
              from: actual.from,
              unknown: actual.unknown ?? null,
              invented: actual.value?.invented ?? false,
            }
          : null,
        parts: parts ? { ...parts } : null,
        history: actuals.map(({ day, amount }) => ({ day, value: amount / 10_000 })),
        baseline: baseline ? { day: baseline.day, value: baseline.amount / 10_000 } : null,
        points: points.map(({ day, amount }) => ({ day, value: amount / 10_000 })),
        expected: judged.expected === undefined ? null : judged.expected / 10_000,
        forecast: forecast.kind === 'value' ? forecast.amount / 10_000 : null,
        status: judged.status,
        reason: judged.reason,
      })),
    })),
  };
}

const NUMBERS: readonly string[] = [
  'muc_tieu',
  'thuc_hien',
  'tu_so',
  'mau_so',
  'moc_ban_dau',
  'du_bao',
  'chua_ro',
  'lo_trinh',
];

/** Words stay text, so that nothing turns into a formula. */
export async function scoreWorkbook(score: Score): Promise<Uint8Array> {
  const workbook = new (await loadExcel()).Workbook();
  workbook.creator = 'Vàm Cỏ';
  workbook.created = asDate(score.at);
  workbook.modified = asDate(score.at);
  workbook.title = score.plan.name.vi;
  const sheet = workbook.addWorksheet('Chỉ tiêu', { views: [{ state: 'frozen', ySplit: 1, xSplit: 2 }] });
  sheet.columns = HEADS.map((head) => ({ width: head === 'chi_tieu' ? 60 : 14 }));
  sheet.addRow([...HEADS]).font = { bold: true };
  for (const row of rowsOf(score)) {
    const added = sheet.addRow(
      HEADS.map((head) => (NUMBERS.includes(head) && row[head] !== '' ? Number(row[head]) : printable(row[head]))),
    );
    HEADS.forEach((head, place) => {
      if (!NUMBERS.includes(head)) added.getCell(place + 1).numFmt = '@';
    });
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
