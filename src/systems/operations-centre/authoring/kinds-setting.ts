/** Kinds of incidents as a dated setting: how signals are grouped, by when somebody must take one, what is to be done; what differs between two, and what can't be. */
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { type Fault, fault, repeated } from '../../../platform/pack/fault.ts';
import type { Difference, Setting } from '../../../platform/settings/setting.ts';
import { groupedNumber } from '../../../platform/text/money.ts';
import { faultsOfKinds, type IncidentKind, type Kinds, KINDS_SETTING, OTHER_KIND } from '../rules.ts';

type Both = Required<LocalText>;

export const kindsSetting: Setting<Kinds> = {
  name: KINDS_SETTING,
  compare(before, after) {
    const [was, is] = [linesOf(before), linesOf(after)];
    return [...new Set([...was.keys(), ...is.keys()])].flatMap((key): Difference[] => {
      const [old, fresh] = [was.get(key), is.get(key)];
      const what = (fresh ?? old)?.what;
      if (!what || (old?.words.vi === fresh?.words.vi && old?.words.en === fresh?.words.en)) return [];
      return [{ key, what, before: old?.words ?? null, after: fresh?.words ?? null }];
    });
  },
  check: (kinds) => [...faultsOfKinds(kinds), ...twice(kinds), ...withoutOther(kinds)],
};

const twice = ({ kinds }: Kinds): Fault[] => [
  ...repeated(kinds.map(({ key }) => key)).map((key) =>
    fault('operations-centre.kind-twice', key, `Có hai loại mang khóa ${key}.`, `Two kinds have the key ${key}.`),
  ),
  ...kinds.flatMap(({ key, name, steps }) =>
    repeated(steps.map((step) => step.key)).map(() =>
      fault(
        'operations-centre.step-twice',
        key,
        `${name.vi}: hai việc phải làm trùng tên.`,
        `${name.en ?? name.vi}: two steps have the same name.`,
      ),
    ),
  ),
];

const withoutOther = ({ kinds }: Kinds): Fault[] =>
  kinds.some(({ key }) => key === OTHER_KIND)
    ? []
    : [
        fault(
          'operations-centre.no-other',
          OTHER_KIND,
          'Phải có một loại cho sự cố không thuộc loại nào.',
          'There must be a kind for what belongs to none.',
        ),
      ];

interface Line {
  readonly what: Both;
  readonly words: Both;
}

function linesOf({ kinds }: Kinds): Map<string, Line> {
  return new Map(
    kinds.flatMap((kind): [string, Line][] => {
      const name = both(kind.name);
      return [
        [`kind ${kind.key}`, { what: { vi: 'Loại sự cố', en: 'Kind of incident' }, words: name }],
        [
          `grouping ${kind.key}`,
          { what: { vi: `${name.vi}, gộp tín hiệu`, en: `${name.en}, grouping` }, words: groupingText(kind) },
        ],
        [
          `take ${kind.key}`,
          {
            what: { vi: `${name.vi}, phải có người nhận trong`, en: `${name.en}, to be taken within` },
            words: { vi: `${kind.take_minutes} phút`, en: `${kind.take_minutes} min` },
          },
        ],
        ...kind.steps.map(({ key, text, minutes }): [string, Line] => [
          `step ${kind.key} ${key}`,
          {
            what: { vi: `${name.vi}, việc phải làm`, en: `${name.en}, step` },
            words: { vi: `${text.vi}, ${minutes} phút`, en: `${text.en ?? text.vi}, ${minutes} min` },
          },
        ]),
      ];
    }),
  );
}

const both = ({ vi, en = vi }: LocalText): Both => ({ vi, en });

export const groupingText = ({ metres, minutes }: Pick<IncidentKind, 'metres' | 'minutes'>): Both =>
  metres === 0
    ? { vi: `cùng đơn vị hoặc cùng xã, trong ${minutes} phút`, en: `one unit or commune, within ${minutes} min` }
    : {
        vi: `trong ${groupedNumber(metres)} m và ${minutes} phút`,
        en: `within ${groupedNumber(metres, 'en')} m and ${minutes} min`,
      };
