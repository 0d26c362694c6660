/** The indicators of a province pack: a file for each sector, checked against the measures that the systems declare. */
import { packFolderOf } from '../config/project-root.ts';
import type { Variables } from '../conditions/subject.ts';
import { shapeOf } from '../pack/check-shape.ts';
import { type Fault, fault, faultsIn, repeated } from '../pack/fault.ts';
import { type PackFile, readPackFolder, readPackYaml } from '../pack/read-yaml.ts';
import type { Platform } from '../system/platform.ts';
import { type IndicatorDefinition, SectorSchema } from './definition.ts';
import type { Measures } from './follow-journal.ts';
import { compileConditions, subjectOf } from './marks.ts';
import type { FigureMeasure } from './measure.ts';

const shape = shapeOf(SectorSchema);

export type ReadIndicators =
  | { readonly indicators: readonly IndicatorDefinition[]; readonly faults?: undefined }
  | { readonly indicators?: undefined; readonly faults: readonly Fault[] };

export const readIndicatorPack = (packFolder: string, measures: Measures): ReadIndicators =>
  readIndicatorFiles(readPackFolder(packFolder, 'indicators'), { measures, packFolder });

export interface Checking {
  readonly measures: Measures;
  readonly packFolder: string;
}

export const checkingOf = ({ registry, config }: Pick<Platform, 'registry' | 'config'>): Checking => ({
  measures: registry.measures,
  packFolder: packFolderOf(config.province),
});

export function readIndicatorFiles(files: readonly PackFile[], checking: Checking): ReadIndicators {
  const read = files.map((file) => readSector(file, checking));
  const indicators = read.flatMap((one) => one.indicators);
  const faults = [
    ...read.flatMap((one) => one.faults),
    ...repeated(indicators.map(({ code, version }) => `${code} ${version}`)).map((twice) =>
      fault('indicators.twice', twice, `Chỉ số "${twice}" có hai lần.`, `The indicator "${twice}" is there twice.`),
    ),
    ...[...Map.groupBy(indicators, ({ code }) => code)].flatMap(([code, versions]) =>
      new Set(versions.map(isShare)).size > 1 ? [shareOrCount(code)] : [],
    ),
  ];
  return faults.length > 0 ? { faults } : { indicators };
}

function readSector(
  { name, text }: PackFile,
  checking: Checking,
): { indicators: IndicatorDefinition[]; faults: Fault[] } {
  const yaml = readPackYaml(text);
  const shaped = yaml.faults ? yaml : shape(yaml.value);
  if (!shaped.value) return { indicators: [], faults: faultsIn(name, shaped.faults ?? []) };
  const { indicators: listed, ...sector } = shaped.value;
  const indicators = listed.map((one) => ({ ...one, sector }));
  return {
    indicators,
    faults: faultsIn(
      name,
      indicators.flatMap((one) => faultsIn(one.code, checkIndicator(one, checking))),
    ),
  };
}

/** Its measure is there, its conditions speak of what the measure knows, and its thresholds stand in the order of its direction. */
export function checkIndicator(indicator: IndicatorDefinition, { measures, packFolder }: Checking): Fault[] {
  const { measure: name, thresholds, direction } = indicator;
  const measure = measures.get(name);
  if (!measure)
    return [
      fault('indicators.no-such-measure', 'measure', `Không có đại lượng "${name}".`, `There is no measure "${name}".`),
    ];
  const order = direction === 'up' ? 1 : -1;
  const crossed = thresholds && order * (thresholds.good - thresholds.warn) < 0;
  return [
    ...(measure.kind === 'figures'
      ? figureFaults(indicator, measure, packFolder)
      : conditionFaults(indicator, measure)),
    ...(crossed
      ? [
          fault(
            'indicators.thresholds-crossed',
            'thresholds',
            'Ngưỡng tốt phải ở phía tốt của ngưỡng cảnh báo.',
            'The good threshold must lie on the good side of the warning.',
          ),
        ]
      : []),
  ];
}

export const isShare = ({ denominator }: Pick<IndicatorDefinition, 'denominator'>): boolean =>
  denominator !== undefined;

/** A value of the days before is read by the definition of today: a count would be shown as per cent, or a share as a count. */
export const shareOrCount = (at: string): Fault =>
  fault(
    'indicators.share-or-count',
    at,
    'Chỉ số đã công bố không đổi được từ tỷ lệ sang số đếm hay ngược lại: hãy soạn chỉ số mới.',
    'A published indicator does not change from a share to a count or back: define a new one.',
  );

function conditionFaults(indicator: IndicatorDefinition, { variables }: { readonly variables: Variables }): Fault[] {
  const named = PARTS.filter((part) => Array.isArray(indicator[part]));
  if (named.length > 0)
    return named.map((part) =>
      fault(
        'indicators.wants-condition',
        part,
        'Đại lượng này tính theo điều kiện, không theo tên số liệu.',
        'This measure is counted by conditions, not by names of figures.',
      ),
    );
  const { faults = [] } = compileConditions(subjectOf(indicator.measure, variables), indicator);
  return faults.map(({ place, fault: { code, message, range } }) => ({
    code,
    at: `${place} (${range.start + 1})`,
    message: { vi: message.vi, en: message.en ?? message.vi },
  }));
}

/** The parts that name figures, or say conditions. */
const PARTS = ['numerator', 'denominator'] as const;

function figureFaults(indicator: IndicatorDefinition, measure: FigureMeasure, packFolder: string): Fault[] {
  const known = measure.figures(packFolder);
  const said = (['filter', ...PARTS] as const).filter((part) => typeof indicator[part] === 'string');
  return [
    ...said.map((part) =>
      fault(
        'indicators.wants-figures',
        part,
        'Đại lượng này tính theo tên số liệu, không theo điều kiện.',
        'This measure is counted by names of figures, not by conditions.',
      ),
    ),
    ...PARTS.flatMap((part) => {
      const keys = indicator[part];
      if (!Array.isArray(keys)) return [];
      return keys
        .filter((key) => !known.has(key))
        .map((key) =>
          fault('indicators.no-such-figure', part, `Không có số liệu "${key}".`, `There is no figure "${key}".`),
        );
    }),
  ];
}
