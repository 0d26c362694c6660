/** Comparing two contents: which facts are gone, new or changed, each with its part and where it stands in it. Pure. */
import { type Json, sortedJson } from '../../../platform/db/json.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import type { DraftContent } from './draft.ts';
import { DRAFT_PARTS, type PartKey } from './draft-parts.ts';
import { propertyName, valueWords } from './fact-words.ts';

export interface Difference {
  readonly part: PartKey;
  /** `Thành phần hồ sơ › Giấy chứng sinh › Số bản chính`, without the part. */
  readonly where: readonly LocalText[];
  readonly before?: LocalText;
  readonly after?: LocalText;
}

export const sameContent = (a: DraftContent, b: DraftContent): boolean => textOf(a) === textOf(b);

const textOf = ({ definition, form }: DraftContent): string =>
  sortedJson({ definition: { ...definition, valid: {} }, form } as unknown as Json);

/** In the order of the parts; within one, what is gone stands where it was. */
export function compareContents(before: DraftContent, after: DraftContent): Difference[] {
  return DRAFT_PARTS.flatMap(({ key, of }) => {
    const [old, fresh] = [before, after].map((content) => factsOf(content, key, of)) as [Facts, Facts];
    const places = [...fresh.keys(), ...[...old.keys()].filter((place) => !fresh.has(place))];
    return places.flatMap((place): Difference[] => {
      const [was, is] = [old.get(place), fresh.get(place)];
      if (was?.value.vi === is?.value.vi) return [];
      const where = (is ?? was)?.where ?? [];
      return [{ part: key, where, ...(was && { before: was.value }), ...(is && { after: is.value }) }];
    });
  });
}

interface Fact {
  readonly where: readonly LocalText[];
  readonly value: LocalText;
}

type Facts = ReadonlyMap<string, Fact>;

function factsOf({ definition, form }: DraftContent, part: PartKey, properties: readonly string[]): Facts {
  const facts = new Map<string, Fact>();
  if (part === 'form') walk(facts, form as unknown as Json, { path: 'form', where: [] });
  else
    for (const name of properties) {
      if (name === 'valid') continue;
      const value = valueOf(definition, name);
      walk(facts, value, { path: name, where: [propertyName(name)] });
    }
  return facts;
}

/** Linked parts stand in the process and are a part of the draft of their own. */
function valueOf(definition: DraftContent['definition'], name: string): Json | undefined {
  const { linked, ...process } = definition.process ?? {};
  if (name === 'linked') return linked as unknown as Json;
  if (name === 'process') return process as unknown as Json;
  return (definition as unknown as Record<string, Json>)[name];
}

interface Place {
  readonly path: string;
  readonly where: readonly LocalText[];
}

function walk(facts: Map<string, Fact>, value: Json | undefined, { path, where }: Place): void {
  if (value === undefined || value === null) return;
  if (Array.isArray(value)) walkList(facts, value, { path, where });
  else if (typeof value === 'object')
    for (const [name, inner] of Object.entries(value as Record<string, Json>)) {
      if (name === 'key' && 'name' in (value as object)) continue;
      walk(facts, inner, {
        path: `${path}.${name}`,
        where: [...where, propertyName(name, /^[A-Za-z]+/.exec(path)?.[0])],
      });
    }
  else facts.set(path, { where, value: valueWords(path, value as string | number | boolean) });
}

/** Members with a key keep it when they move; their order is a fact of its own. Plain values are one fact together. */
function walkList(facts: Map<string, Fact>, list: readonly Json[], { path, where }: Place): void {
  if (list.every((one) => typeof one !== 'object')) {
    const words = list.map((one) => valueWords(path, one as string | number));
    const join = (language: 'vi' | 'en') => words.map((one) => one[language] ?? one.vi).join(', ');
    if (list.length > 0) facts.set(path, { where, value: { vi: join('vi'), en: join('en') } });
    return;
  }
  const members = list.map((one, index) => memberOf(one as Record<string, Json>, index));
  for (const [index, { id, name }] of members.entries())
    walk(facts, list[index], { path: `${path}[${id}]`, where: [...where, name] });
  if (members.length > 1 && members.every(({ keyed }) => keyed))
    facts.set(`${path}#`, {
      where: [...where, ORDER],
      value: {
        vi: members.map(({ name }) => name.vi).join(' → '),
        en: members.map(({ name }) => name.en ?? name.vi).join(' → '),
      },
    });
}

const ORDER: LocalText = { vi: 'Thứ tự', en: 'Order' };

function memberOf(member: Record<string, Json>, index: number) {
  const key = [member['key'], member['method'], member['number'], member['value'], member['code']].find(
    (one) => typeof one === 'string',
  ) as string | undefined;
  const named = (member['name'] ?? member['title'] ?? member['label']) as unknown as LocalText | undefined;
  const own = typeof named === 'object' && typeof named.vi === 'string' ? named : undefined;
  const counted: LocalText = { vi: `Mục ${index + 1}`, en: `Item ${index + 1}` };
  const name =
    typeof member['number'] === 'string' ? { vi: member['number'] } : (own ?? keyWords(member, key) ?? counted);
  return { id: key ?? String(index), keyed: key !== undefined, name };
}

const keyWords = (member: Record<string, Json>, key: string | undefined): LocalText | undefined =>
  key === undefined ? undefined : typeof member['method'] === 'string' ? valueWords('method', key) : { vi: key };
