/** A procedure in words: its definition, or what the national record says where there is none, as the procedure page shows it. */
import { parseTerm, termInWords } from '../../platform/calendar/term.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { Day } from '../../platform/calendar/instant.ts';
import { moneyText } from '../../platform/text/money.ts';
import { dayText } from '../../platform/text/vietnamese-date.ts';
import {
  minutesWords,
  type Component,
  type Fee,
  type ProcedureDefinition,
  processOf,
  type ProcedureInForce,
  REGISTERS,
  type TermSpec,
} from '../procedures/index.ts';
import type { ComponentGroup, ComponentView, Fact, FeeView, ProcedureView } from './pages/procedure-view.ts';
import type { OrganisationNames } from './organisation-names.ts';
import { AUTHORITIES, LEVELS, METHODS, NOT_KNOWN, SUBJECTS } from './procedure-words.ts';

export function describeProcedure(found: ProcedureInForce, day: string, names: OrganisationNames): ProcedureView {
  return found.version ? describeDefinition(found.version.definition, day, names) : describeRecord(found);
}

/** The term in words: what the record says where it says more, else what is computed. */
export function termFact(term: TermSpec | null): Fact {
  const parsed = term?.value === undefined ? undefined : parseTerm(term.value).term;
  const text = term?.text ?? (parsed && termInWords(parsed));
  return text ? fact(text, term?.confirm !== undefined) : fact(NOT_KNOWN);
}

function describeDefinition(definition: ProcedureDefinition, day: string, names: OrganisationNames): ProcedureView {
  const view = {
    code: definition.code,
    name: definition.name,
    field: definition.field.name,
    authorities: definition.levels.filter((era) => holdsOn(era, day)).map((era) => authorityFact(era, names)),
    subjects: definition.subjects.map((subject) => SUBJECTS[subject] ?? { vi: subject }),
    online: definition.online.level,
    term: termFact(definition.term),
    feeSummary: feeSummary(definition.fees),
    channels: definition.channels.map(({ method, term, note }) => ({
      name: METHODS[method],
      ...(term && { term: termFact(term) }),
      ...(note && { note }),
    })),
    cases: (definition.cases ?? []).map(({ name, term }) => ({ name, term: termFact(term) })),
    fees: definition.fees.map(feeView),
    components: groupsOf(definition.components),
    requirements: (definition.requirements ?? []).map(({ text, confirm }) => fact(text, confirm !== undefined)),
    steps: processOf(definition).steps.map((step) => ({ name: step.name, detail: stepDetail(step, names) })),
    results: definition.results.map(({ name, confirm }) => fact(name, confirm !== undefined)),
    legalBasis: definition.legalBasis.map(({ number, title, articles, confirm }) => ({
      title: { vi: `${title.vi} ${number}`, ...(title.en && { en: `${title.en} ${number}` }) },
      ...(articles && { articles: articles.join(', ') }),
      confirm: confirm !== undefined,
    })),
    remarks: definition.remarks ?? [],
    ...(definition.silence.effect === 'consent' && { silence: definition.silence.outcome }),
  };
  return { ...view, unconfirmed: JSON.stringify(view).includes('"confirm":true') };
}

/** Of an imported record only what the catalogue row keeps is shown as fact; its own texts are notes. */
function describeRecord(found: ProcedureInForce): ProcedureView {
  return {
    code: found.code,
    name: found.name,
    field: found.fieldName,
    authorities: [],
    subjects: [],
    online: found.online,
    term: termFact(found.term),
    feeSummary: fact(NOT_KNOWN),
    channels: [],
    cases: [],
    fees: [],
    components: [],
    requirements: [],
    steps: [],
    results: [],
    legalBasis: [],
    remarks: [found.begins === undefined ? IN_CATALOGUE : beginsOn(found.begins)],
    isRecord: true,
    unconfirmed: found.term?.confirm !== undefined,
  };
}

const IN_CATALOGUE: LocalText = {
  vi: 'Thủ tục này có trong danh mục quốc gia; tỉnh chưa công bố chi tiết ở đây.',
  en: 'This procedure is in the national catalogue; the province has not published its details here.',
};

const beginsOn = (day: Day): LocalText => ({
  vi: `Thủ tục này nhận hồ sơ từ ngày ${dayText(day, 'vi')}; giấy tờ, phí, lệ phí được công bố từ ngày đó.`,
  en: `Applications are taken from ${dayText(day, 'en')}; papers and fees are told from that day.`,
});

const fact = (text: LocalText, confirm = false): Fact => ({ text, ...(confirm && { confirm }) });

const holdsOn = ({ from, to }: { from?: string; to?: string }, day: string): boolean =>
  (from === undefined || from <= day) && (to === undefined || day <= to);

function authorityFact(
  { level, authority, confirm }: ProcedureDefinition['levels'][number],
  { unitsByKey }: OrganisationNames,
): Fact {
  const body = authority.startsWith('unit:') ? unitsByKey.get(authority.slice(5)) : AUTHORITIES[authority];
  const name = LEVELS[level];
  const text = body ? { vi: `${name?.vi}: ${body.vi}`, en: `${name?.en}: ${body.en ?? body.vi}` } : (name ?? NOT_KNOWN);
  return fact(text, confirm !== undefined);
}

/** One line: free, one amount, from the least to the most, or that it is set elsewhere. */
function feeSummary(fees: readonly Fee[]): Fact {
  const confirm = fees.some((fee) => fee.confirm !== undefined);
  const amounts = fees.flatMap((fee) => (feeAmount(fee) === undefined ? [] : [feeAmount(fee) as number]));
  const charged = amounts.filter((amount) => amount > 0);
  if (fees.length === 0 || (charged.length === 0 && amounts.length === fees.length))
    return fact({ vi: 'Không thu', en: 'Nothing is charged' }, confirm);
  if (charged.length === 0) return fact({ vi: 'Xem các khoản bên dưới', en: 'See the items below' }, confirm);
  const [least, most] = [Math.min(...amounts), Math.max(...amounts)];
  if (least === most)
    return fact(
      both((locale) => moneyText(most, locale)),
      confirm,
    );
  const from = least === 0 ? FREE : { vi: `Từ ${moneyText(least)}`, en: `From ${moneyText(least, 'en')}` };
  return fact(
    {
      vi: `${from.vi} đến ${moneyText(most)}, tùy trường hợp`,
      en: `${from.en} to ${moneyText(most, 'en')}, by case`,
    },
    confirm,
  );
}

const FREE: Required<LocalText> = { vi: 'Miễn phí', en: 'Free' };

function feeAmount({ formula }: Fee): number | undefined {
  if (formula.kind === 'fixed' || formula.kind === 'per-unit') return formula.amount;
  return formula.kind === 'page-tiers' ? Math.max(...formula.tiers.map((tier) => tier.amount)) : undefined;
}

const both = (say: (locale: 'vi' | 'en') => string): LocalText => ({ vi: say('vi'), en: say('en') });

function feeView(fee: Fee): FeeView {
  const { formula } = fee;
  const confirm = fee.confirm !== undefined;
  const amount = (): LocalText => {
    switch (formula.kind) {
      case 'fixed':
        return formula.amount === 0 ? FREE : both((locale) => moneyText(formula.amount, locale));
      case 'per-unit':
        return {
          vi: `${moneyText(formula.amount)} mỗi ${formula.unit?.vi ?? 'đơn vị'}`,
          en: `${moneyText(formula.amount, 'en')} for each ${formula.unit?.en ?? 'one'}`,
        };
      case 'page-tiers':
        return tierText(formula);
      case 'assessed':
        return { vi: `Theo thông báo của ${formula.by.vi}`, en: `As notified by ${formula.by.en ?? formula.by.vi}` };
      case 'text':
        return fee.text ?? NOT_KNOWN;
    }
  };
  return { name: fee.name, amount: fact(amount(), confirm), ...(fee.exempt && { exempt: fee.exempt }) };
}

function tierText({ tiers, cap }: Extract<Fee['formula'], { kind: 'page-tiers' }>): LocalText {
  return both((locale) => {
    const vi = locale === 'vi';
    const parts = tiers.map(({ from, amount }) =>
      vi ? `${moneyText(amount)}/trang từ trang ${from}` : `${moneyText(amount, 'en')} a page from page ${from}`,
    );
    const most =
      cap === undefined ? [] : [vi ? `tối đa ${moneyText(cap)}/bản` : `at most ${moneyText(cap, 'en')} a copy`];
    return [...parts, ...most].join(', ');
  });
}

function groupsOf(components: readonly Component[]): ComponentGroup[] {
  const groups = new Map<string, Component[]>();
  for (const component of components.filter((one) => one.handling !== 'guidance')) {
    const key = component.group ?? component.key;
    groups.set(key, [...(groups.get(key) ?? []), component]);
  }
  return [...groups.values()].map((alternatives) => {
    const [first] = alternatives;
    const condition = alternatives.length === 1 ? first?.condition : undefined;
    return { alternatives: alternatives.map(componentView), ...(condition && { condition }) };
  });
}

function componentView(component: Component): ComponentView {
  const { originals, copies, certified, replacedBy } = component;
  const counted = [
    ...(originals ? [{ vi: `${originals} bản chính`, en: `${originals} original${originals > 1 ? 's' : ''}` }] : []),
    ...(copies
      ? [
          {
            vi: `${copies} bản sao${certified ? ' chứng thực' : ''}`,
            en: `${copies} ${certified ? 'certified ' : ''}cop${copies > 1 ? 'ies' : 'y'}`,
          },
        ]
      : []),
  ];
  return {
    name: component.name,
    handling: component.handling,
    ...(counted.length > 0 && {
      copies: { vi: counted.map((one) => one.vi).join(', '), en: counted.map((one) => one.en).join(', ') },
    }),
    ...(replacedBy && { replacedBy: replacedBy.map((key) => REGISTERS[key] ?? { vi: key }) }),
    ...(component.kind === 'form' && { eForm: true }),
    ...(component.confirm !== undefined && { confirm: true }),
  };
}

function stepDetail(step: { role: string; budget?: string; confirm?: string }, { roles }: OrganisationNames): Fact {
  const role = roles.get(step.role) ?? { vi: step.role };
  const minutes = budgetMinutes(step.budget);
  if (minutes === undefined) return fact(role, step.confirm !== undefined);
  const { vi, en } = minutesWords(minutes);
  return fact(
    { vi: `${role.vi}, ${vi} làm việc`, en: `${role.en ?? role.vi}, ${en} of working time` },
    step.confirm !== undefined,
  );
}

function budgetMinutes(budget: string | undefined): number | undefined {
  const match = /^(\d+)(h|min)$/.exec(budget ?? '');
  return match ? Number(match[1]) * (match[2] === 'h' ? 60 : 1) : undefined;
}
