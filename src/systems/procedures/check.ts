/** Checks of a procedure definition before it is saved: everything a reader, a clock or a till would later stumble over. */
import { parseTerm } from '../../platform/calendar/term.ts';
import { type Fault, fault, repeated } from '../../platform/pack/fault.ts';
import { shapeOf } from '../../platform/pack/check-shape.ts';
import { checkSources } from './check-answered.ts';
import { isNationalCode } from './code.ts';
import { type ProcedureDefinition, ProcedureDefinitionSchema } from './definition.ts';
import { checkProcess } from './check-process.ts';

const readShape = shapeOf(ProcedureDefinitionSchema);

/** Every fault of a definition; none means it may be published. Conditions are checked apart (check-conditions.ts), as they need the form. */
export function checkProcedure(value: unknown): Fault[] {
  const shaped = readShape(value);
  if (shaped.faults) return shaped.faults;
  const definition = shaped.value;
  return [
    ...checkCodes(definition),
    ...checkEras(definition),
    ...checkKeys(definition),
    ...checkWays(definition),
    ...checkComponents(definition),
    ...checkSources(definition),
    ...checkFees(definition),
    ...checkProcess(definition),
    ...checkSilence(definition),
  ];
}

function checkCodes({ code, aliases = [] }: ProcedureDefinition): Fault[] {
  const faults: Fault[] = [];
  if (!isNationalCode(code)) {
    faults.push(
      fault(
        'procedures.code',
        'code',
        `Mã thủ tục “${code}” không có dạng d.dddddd.`,
        `Procedure code "${code}" is not of the form d.dddddd.`,
      ),
    );
  }
  if (aliases.some((alias) => alias.code === code)) {
    faults.push(
      fault('procedures.alias-is-code', 'aliases', 'Mã khác trùng với mã chính.', 'An alias repeats the code itself.'),
    );
  }
  return faults;
}

function checkEras({ valid, levels, aliases = [] }: ProcedureDefinition): Fault[] {
  const spans: [string, { from?: string; to?: string }][] = [
    ['valid', valid],
    ...levels.map((level, index): [string, typeof level] => [`levels.${index}`, level]),
    ...aliases.map((alias, index): [string, typeof alias] => [`aliases.${index}`, alias]),
  ];
  const faults = spans
    .filter(([, span]) => span.from !== undefined && span.to !== undefined && span.from > span.to)
    .map(([at]) =>
      fault('procedures.era-backwards', at, 'Ngày kết thúc trước ngày bắt đầu.', 'It ends before it begins.'),
    );
  levels.forEach((level, index) => {
    const before = levels[index - 1];
    if (before && (before.to === undefined || level.from === undefined || before.to >= level.from)) {
      faults.push(
        fault(
          'procedures.levels-overlap',
          `levels.${index}`,
          'Hai cấp giải quyết chồng nhau về thời gian.',
          'Two levels overlap in time.',
        ),
      );
    }
  });
  return faults;
}

function checkKeys(definition: ProcedureDefinition): Fault[] {
  const lists = {
    cases: definition.cases ?? [],
    components: definition.components,
    fees: definition.fees,
    results: definition.results,
    'process.steps': definition.process?.steps ?? [],
  };
  return Object.entries(lists).flatMap(([at, list]) =>
    repeated(list.map((item) => item.key)).map((key) =>
      fault('procedures.key-repeated', at, `Khóa “${key}” xuất hiện hai lần.`, `The key "${key}" occurs twice.`),
    ),
  );
}

function checkWays({ channels, online, term, cases = [] }: ProcedureDefinition): Fault[] {
  const faults = repeated(channels.map((channel) => channel.method)).map((method) =>
    fault(
      'procedures.channel-repeated',
      'channels',
      `Cách nộp “${method}” xuất hiện hai lần.`,
      `The channel "${method}" occurs twice.`,
    ),
  );
  if (online.level === 'full' && !channels.some((channel) => channel.method === 'online')) {
    faults.push(
      fault(
        'procedures.no-online-channel',
        'online',
        'Toàn trình nhưng không có cách nộp trực tuyến.',
        'Wholly online without an online channel.',
      ),
    );
  }
  const terms: [string, typeof term][] = [
    ['term', term],
    ...cases.map((one, index): [string, typeof term] => [`cases.${index}.term`, one.term]),
    ...channels.flatMap((one, index): [string, typeof term][] =>
      one.term ? [[`channels.${index}.term`, one.term]] : [],
    ),
  ];
  for (const [at, spec] of terms) {
    const wrong = spec.value === undefined ? undefined : parseTerm(spec.value).fault;
    if (wrong) faults.push({ ...wrong, at });
    if (spec.value === undefined && spec.text === undefined) {
      faults.push(
        fault(
          'procedures.term-empty',
          at,
          'Thời hạn không có giá trị và không có lời văn.',
          'The term has neither value nor text.',
        ),
      );
    }
  }
  return faults;
}

function checkComponents({ components }: ProcedureDefinition): Fault[] {
  const faults: Fault[] = [];
  components.forEach((component, index) => {
    if (component.handling === 'guidance' && ((component.originals ?? 0) > 0 || (component.copies ?? 0) > 0)) {
      faults.push(
        fault(
          'procedures.guidance-counted',
          `components.${index}`,
          'Lời dẫn không có số bản.',
          'Guidance asks for no copies.',
        ),
      );
    }
    if (component.group !== undefined && components.filter((other) => other.group === component.group).length < 2) {
      faults.push(
        fault(
          'procedures.group-of-one',
          `components.${index}.group`,
          'Nhóm lựa chọn chỉ có một thành phần.',
          'A group of alternatives has a single member.',
        ),
      );
    }
  });
  return faults;
}

function checkFees({ fees, channels }: ProcedureDefinition): Fault[] {
  const methods = new Set<string>(channels.map((channel) => channel.method));
  return fees.flatMap((fee, index) => {
    const faults: Fault[] = [];
    if (fee.channels?.some((method) => !methods.has(method))) {
      faults.push(
        fault(
          'procedures.fee-channel',
          `fees.${index}.channels`,
          'Phí gắn với cách nộp không có.',
          'The fee names a channel the procedure does not have.',
        ),
      );
    }
    if (fee.formula.kind === 'text' && fee.text === undefined) {
      faults.push(
        fault(
          'procedures.fee-empty',
          `fees.${index}`,
          'Phí không có mức và không có lời văn.',
          'The fee has neither amount nor text.',
        ),
      );
    }
    if (fee.formula.kind === 'page-tiers') {
      const starts = fee.formula.tiers.map((tier) => tier.from);
      if (starts[0] !== 1 || starts.some((from, at) => at > 0 && from <= (starts[at - 1] as number))) {
        faults.push(
          fault(
            'procedures.fee-tiers',
            `fees.${index}.formula.tiers`,
            'Bậc trang phải bắt đầu từ 1 và tăng dần.',
            'Page tiers must start at 1 and rise.',
          ),
        );
      }
    }
    return faults;
  });
}

function checkSilence({ silence, term }: ProcedureDefinition): Fault[] {
  if (silence.effect === 'none' || silence.after === term.value) return [];
  return [
    fault(
      'procedures.silence-term',
      'silence.after',
      'Im lặng chỉ có hiệu lực khi hết thời hạn giải quyết.',
      'Silence can only speak at the end of the term.',
    ),
  ];
}
