/** Phrases: an expression in Vietnamese and English words. What has no phrase is shown as it is written. */
import { type ASTNode, serialize } from '@marcbachmann/cel-js';
import { instant } from '../calendar/instant.ts';
import type { LocalText } from '../i18n/local-text.ts';
import { isDay } from '../text/partial-day.ts';
import type { Variable, Variables } from './subject.ts';
import { childrenOf, pathOf } from './syntax-tree.ts';
import { both, labelOf, printedValue, variableAt } from './vocabulary.ts';

export function phraseOf(node: ASTNode, variables: Variables): LocalText {
  switch (node.op) {
    case '&&':
      return joined(node, variables, ' và ', ' and ');
    case '||':
      return joined(node, variables, ' hoặc ', ' or ');
    case '!_':
      return opposite(node.args, variables);
    case 'id':
    case '.':
      return yes(node, variables);
    case 'call':
    case 'rcall':
      return callPhrase(node, variables);
    default:
      return COMPARED.has(node.op) ? comparison(node as Comparison, variables) : written(node);
  }
}

type Comparison = Extract<ASTNode, { op: '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' }>;
const COMPARED: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=', 'in']);

/** Parts of an `and` inside an `or`, and the other way round, stand in brackets. */
function joined(node: ASTNode, variables: Variables, vi: string, en: string): LocalText {
  const parts = childrenOf(node).map((child) => {
    const phrase = phraseOf(child, variables);
    const mixed = (child.op === '&&' || child.op === '||') && child.op !== node.op;
    return mixed ? { vi: `(${phrase.vi})`, en: `(${english(phrase)})` } : phrase;
  });
  return { vi: parts.map((part) => part.vi).join(vi), en: parts.map(english).join(en) };
}

function opposite(node: ASTNode, variables: Variables): LocalText {
  const path = pathOf(node);
  if (path !== undefined) return said(labelOf(variables, path), ': không', ': no');
  if (isCall(node, 'answered')) return around('chưa có ', operand(node.args[1][0], variables), '', '', ' is not given');
  if (node.op === 'in') {
    const [one, list] = node.args;
    return between(
      ['', ' không phải là một trong ', ''],
      ['', ' is not one of ', ''],
      operand(one, variables, list),
      operand(list, variables, one),
    );
  }
  const phrase = phraseOf(node, variables);
  return { vi: `không phải: ${phrase.vi}`, en: `not: ${english(phrase)}` };
}

const yes = (node: ASTNode, variables: Variables): LocalText =>
  said(labelOf(variables, pathOf(node) ?? serialize(node)), ': có', ': yes');

function comparison(node: Comparison, variables: Variables): LocalText {
  const [left, right] = node.args;
  const [a, b] = [operand(left, variables, right), operand(right, variables, left)];
  const [vi, en] = (isTime(left, variables) || isTime(right, variables) ? IN_TIME : IN_SIZE)[node.op];
  return { vi: `${a.vi} ${vi} ${b.vi}`, en: `${english(a)} ${en} ${english(b)}` };
}

type Words = Readonly<Record<Comparison['op'], readonly [string, string]>>;
const EQUAL = { '==': ['là', 'is'], '!=': ['không phải là', 'is not'], in: ['là một trong', 'is one of'] } as const;
const IN_SIZE: Words = {
  ...EQUAL,
  '<': ['nhỏ hơn', 'is less than'],
  '<=': ['không lớn hơn', 'is at most'],
  '>': ['lớn hơn', 'is more than'],
  '>=': ['không nhỏ hơn', 'is at least'],
};
const IN_TIME: Words = {
  ...EQUAL,
  '<': ['trước', 'is before'],
  '<=': ['không sau', 'is not after'],
  '>': ['sau', 'is after'],
  '>=': ['không trước', 'is not before'],
};

function isTime(node: ASTNode, variables: Variables): boolean {
  const path = pathOf(node);
  const variable = path === undefined ? undefined : variableAt(variables, path);
  if (variable !== undefined) return 'type' in variable && (variable.type === 'day' || variable.type === 'instant');
  if (isCall(node, 'add_years') || isCall(node, 'timestamp')) return true;
  return (node.op === '+' || node.op === '-') && isTime(node.args[0], variables);
}

/** One side of a comparison; a written value is printed as the value it is compared with would be. */
function operand(node: ASTNode | undefined, variables: Variables, beside?: ASTNode): LocalText {
  if (node === undefined) return both('');
  const path = pathOf(node);
  if (path !== undefined) return labelOf(variables, path);
  if (node.op === 'value') return literal(node.args, beside && variableOf(beside, variables));
  if (node.op === 'list') {
    const items = node.args.map((item) => operand(item, variables, beside));
    return { vi: items.map((item) => item.vi).join(', '), en: items.map(english).join(', ') };
  }
  if (node.op === 'call' || node.op === 'rcall') return callPhrase(node, variables);
  if (node.op !== '+' && node.op !== '-') return written(node);
  const [left, right] = node.args.map((part) => operand(part, variables)) as [LocalText, LocalText];
  return {
    vi: `${left.vi} ${SIGNS[node.op].vi} ${right.vi}`,
    en: `${english(left)} ${SIGNS[node.op].en} ${english(right)}`,
  };
}

const SIGNS = { '+': { vi: 'cộng', en: 'plus' }, '-': { vi: 'trừ', en: 'minus' } } as const;

function variableOf(node: ASTNode, variables: Variables): Variable | undefined {
  const path = pathOf(node);
  return path === undefined ? undefined : variableAt(variables, path);
}

function literal(value: unknown, beside: Variable | undefined): LocalText {
  if (value === '') return { vi: 'để trống', en: 'empty' };
  const suited = beside && printedValue(beside, value);
  if (suited !== undefined) return suited;
  if (typeof value === 'string')
    return isDay(value) ? (printedValue({ type: 'day' }, value) as LocalText) : both(`“${value}”`);
  if (typeof value === 'bigint' || typeof value === 'number')
    return printedValue({ type: 'double' }, value) as LocalText;
  return typeof value === 'boolean' ? (printedValue({ type: 'bool' }, value) as LocalText) : both(String(value));
}

/** Functions in words; the arguments are phrased first. */
function callPhrase(node: Extract<ASTNode, { op: 'call' | 'rcall' }>, variables: Variables): LocalText {
  const name = node.args[0];
  const say = (index: number): LocalText => operand(childrenOf(node)[index], variables);
  switch (name) {
    case 'answered':
    case 'has':
      return around('đã có ', say(0), '', '', ' is given');
    case 'age':
      return between(['tuổi theo ', ' vào ', ''], ['age by ', ' on ', ''], say(0), say(1));
    case 'days':
      return between(['số ngày từ ', ' đến ', ''], ['days from ', ' to ', ''], say(0), say(1));
    case 'add_years':
      return between(['', ' cộng ', ' năm'], ['', ' plus ', ' years'], say(0), say(1));
    case 'size':
      return around('số ', say(0), '', 'number of ', '');
    case 'fold':
      return say(0);
    case 'unbroken':
      return around('', say(0), ' không bị ngắt quãng', '', ' leave no gap');
    case 'contains':
      return between(['', ' có chứa ', ''], ['', ' contains ', ''], say(0), say(1));
    case 'duration':
      return duration(node) ?? written(node);
    case 'timestamp':
      return moment(node) ?? written(node);
    case 'exists':
      return between(['có ', ' mà ', ''], ['at least one of ', ': ', ''], say(0), bodyPhrase(node, variables));
    case 'all':
      return between(['mọi ', ' đều thỏa: ', ''], ['every one of ', ': ', ''], say(0), bodyPhrase(node, variables));
    default:
      return written(node);
  }
}

/** What a walk through a list asks of each: its parts by their own names, a value without parts as “it”. */
function bodyPhrase(node: ASTNode, variables: Variables): LocalText {
  const [list, one, body] = childrenOf(node);
  if (list === undefined || body === undefined || one?.op !== 'id') return written(node);
  const walked = variableOf(list, variables);
  const each: Variable =
    walked !== undefined && 'rows' in walked
      ? { fields: walked.rows }
      : { type: 'string', label: { vi: 'mục ấy', en: 'it' } };
  const phrase = phraseOf(body, { ...variables, [one.args]: each });
  return body.op === '&&' || body.op === '||' ? { vi: `(${phrase.vi})`, en: `(${english(phrase)})` } : phrase;
}

/** `duration("8h")` → 8 giờ. */
function duration(node: ASTNode): LocalText | undefined {
  const [, amount, unit = ''] = /^(\d+)(h|m|s)$/.exec(textArgument(node)) ?? [];
  const words = { h: ['giờ', 'hours'], m: ['phút', 'minutes'], s: ['giây', 'seconds'] }[unit];
  return words && { vi: `${amount} ${words[0]}`, en: `${amount} ${words[1]}` };
}

function moment(node: ASTNode): LocalText | undefined {
  const text = textArgument(node);
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/.test(text)
    ? printedValue({ type: 'instant' }, instant(text))
    : undefined;
}

function textArgument(node: ASTNode): string {
  const [argument] = childrenOf(node);
  return argument?.op === 'value' && typeof argument.args === 'string' ? argument.args : '';
}

const isCall = (node: ASTNode, name: string): node is Extract<ASTNode, { op: 'call' }> =>
  node.op === 'call' && node.args[0] === name;
const written = (node: ASTNode): LocalText => both(serialize(node));
const english = (text: LocalText): string => text.en ?? text.vi;
const said = (label: LocalText, vi: string, en: string): LocalText => ({
  vi: `${label.vi}${vi}`,
  en: `${english(label)}${en}`,
});

const around = (vi: string, text: LocalText, viEnd: string, en: string, enEnd: string): LocalText => ({
  vi: `${vi}${text.vi}${viEnd}`,
  en: `${en}${english(text)}${enEnd}`,
});

function between(
  vi: readonly [string, string, string],
  en: readonly [string, string, string],
  a: LocalText,
  b: LocalText,
): LocalText {
  return { vi: `${vi[0]}${a.vi}${vi[1]}${b.vi}${vi[2]}`, en: `${en[0]}${english(a)}${en[1]}${english(b)}${en[2]}` };
}
