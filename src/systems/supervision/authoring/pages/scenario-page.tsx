/** One scenario as a form: what it looks at, its condition, what a finding says, whom it tells, and the examples it is tried on. Saving makes a draft. */
import type { LocalText } from '../../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { Button } from '../../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../../platform/web/components/command-form/command-form.tsx';
import { Consequence } from '../../../../platform/web/components/consequence/consequence.tsx';
import { ErrorSummary } from '../../../../platform/web/components/error-summary/error-summary.tsx';
import { Checkboxes, Radios } from '../../../../platform/web/components/field/radios.tsx';
import { Select } from '../../../../platform/web/components/field/select.tsx';
import { TextInput } from '../../../../platform/web/components/field/text-input.tsx';
import { Textarea } from '../../../../platform/web/components/field/textarea.tsx';
import { useLocale } from '../../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../../platform/web/layouts/officer-layout.tsx';
import { SEVERITIES } from '../../scenario.ts';
import type { TypedScenario } from '../scenario-form.ts';
import type { ValueGroup } from '../scenario-vocabulary.ts';
import { EFFECT_WORDS, NEW, pathOf, scenarioTexts, SCENARIOS, SEVERITY_WORDS } from '../scenario-words.ts';
import type { Tried } from '../try-scenario.ts';
import { ConditionField } from './condition-field.tsx';
import { ScenarioTabs } from './scenario-tabs.tsx';

interface Choice {
  readonly key: string;
  readonly title: LocalText;
}

export interface ScenarioPageProps {
  readonly isNew: boolean;
  /** Of the draft; 0 when there is none. */
  readonly version: number;
  readonly typed: TypedScenario;
  readonly tried: Tried;
  /** What was sent had mistakes. */
  readonly isMistaken: boolean;
  readonly kinds: readonly Choice[];
  readonly acts: readonly Choice[];
  readonly moments: readonly Choice[];
  readonly values: readonly ValueGroup[];
}

const texts = defineTexts({
  fresh: { vi: 'Kịch bản mới', en: 'A new scenario' },
  otherKinds: { vi: 'Loại vụ việc khác:', en: 'Another kind of case:' },
  codeHint: { vi: 'Ví dụ: V20', en: 'Such as V20' },
  what: { vi: 'Xét điều gì', en: 'What it looks at' },
  onActs: { vi: 'Khi một hành vi được thực hiện', en: 'When an act is done' },
  onSilence: { vi: 'Khi một mốc thời gian đã qua mà chưa làm', en: 'When a moment has passed in silence' },
  anyAct: { vi: 'Mọi hành vi', en: 'Any act' },
  chosen: {
    vi: (count: number) => (count === 0 ? 'Chọn các hành vi được xét' : `Đã chọn ${count} hành vi`),
    en: (count: number) => (count === 0 ? 'Choose the acts looked at' : `${count} acts chosen`),
  },
  offsetHint: {
    vi: '+5wd: 5 ngày làm việc sau mốc; -1wd: 1 ngày làm việc trước mốc; +24h: 24 giờ sau',
    en: '+5wd: 5 working days after it; -1wd: a working day before; +24h: 24 hours after',
  },
  says: { vi: 'Phát hiện nói gì, báo cho ai', en: 'What a finding says, and to whom' },
  messageHint: { vi: 'Giá trị đặt trong ngoặc nhọn: {dossier.code}', en: 'Values stand in braces: {dossier.code}' },
  tellsHint: {
    vi: 'Người thực hiện luôn thấy. Mỗi dòng một vai trò trong đơn vị: LP; thêm + thì khi đơn vị không có vai trò ấy, báo đơn vị cấp trên gần nhất có: CT+',
    en: 'The officer always sees it. A role of the unit on each line: LP; with +, where the unit has no such role, of the nearest unit above that has: CT+',
  },
  termHint: { vi: '3wd: 3 ngày làm việc; 24h: 24 giờ; 7d: 7 ngày', en: '3wd: 3 working days; 24h: hours; 7d: days' },
  blockHint: {
    vi: 'Chỉ công bố được sau khi một người khác có quyền phê duyệt đúng bản nháp này, theo quyết định có số và ngày.',
    en: 'Published only after somebody else with the right has approved exactly this draft by a dated decision.',
  },
  dayHint: { vi: 'Ví dụ: 2026-12-31', en: 'Such as 2026-12-31' },
  examples: { vi: 'Ví dụ để thử', en: 'Examples to try it on' },
  exampleHint: {
    vi: 'Viết bằng YAML: mỗi ví dụ có title (vi, en) và values theo nhóm. Cần ít nhất một ví dụ mỗi loại để công bố.',
    en: 'In YAML: each has a title (vi, en) and values by group. At least one of each is needed to publish.',
  },
  save: { vi: 'Lưu bản nháp', en: 'Save the draft' },
  effect: {
    vi: 'Chỉ ghi vào bản nháp: các hành vi vẫn được xét theo bản đang áp dụng cho đến khi công bố.',
    en: 'Goes into the draft only: acts are looked at by what is in force until it is published.',
  },
});

export function ScenarioPage(props: ScenarioPageProps) {
  const { isNew, version, typed, tried, isMistaken, kinds } = props;
  const locale = useLocale();
  const words = texts(locale);
  const shared = scenarioTexts(locale);
  const wrong = (name: string) => {
    const found = isMistaken ? tried.faults.find((one) => one.name === name) : undefined;
    return found ? { error: found.message[locale] } : {};
  };
  const path = isNew ? `${SCENARIOS}/${NEW}` : pathOf(typed.code);
  const title = isNew ? words.fresh : `${typed.code} ${locale === 'vi' ? typed.titleVi : typed.titleEn}`;
  return (
    <OfficerLayout
      title={title}
      scripts={['condition-editor.js']}
      {...(!isNew && { tabs: <ScenarioTabs code={typed.code} here={path} /> })}
    >
      <div class="vc-reading vc-stack">
        {isMistaken && (
          <ErrorSummary errors={tried.faults.map(({ name, message }) => ({ name, message: message[locale] }))} />
        )}
        <h1>{title}</h1>
        {isNew && kinds.length > 1 && (
          <p>
            {words.otherKinds}{' '}
            {kinds
              .filter(({ key }) => key !== typed.kind)
              .map(({ key, title: name }) => (
                <a key={key} class="ds-link" href={`${path}?loai=${key}`}>
                  {name[locale] ?? name.vi}
                </a>
              ))}
          </p>
        )}
        <CommandForm action={path} version={version}>
          <input type="hidden" name="kind" value={typed.kind} />
          {isNew ? (
            <TextInput
              name="code"
              label={shared.code}
              hint={words.codeHint}
              value={typed.code}
              width={12}
              {...wrong('code')}
            />
          ) : (
            <input type="hidden" name="code" value={typed.code} />
          )}
          <TextInput name="titleVi" label={shared.titleVi} value={typed.titleVi} {...wrong('titleVi')} />
          <TextInput name="titleEn" label={shared.titleEn} value={typed.titleEn} {...wrong('titleEn')} />
          <TextInput name="basis" label={shared.basis} value={typed.basis} {...wrong('basis')} />
          <TextInput name="confirm" label={shared.confirm} value={typed.confirm} optional {...wrong('confirm')} />
          <Looks {...props} wrong={wrong} />
          <ConditionField
            kind={typed.kind}
            condition={typed.condition}
            faults={isMistaken ? tried.faults : tried.faults.filter(({ name }) => name === 'condition')}
            said={tried.said}
            examples={tried.examples}
            values={props.values}
          />
          <Says typed={typed} wrong={wrong} />
          <h2>{words.examples}</h2>
          {(['lawful', 'unlawful'] as const).map((name) => (
            <Textarea
              key={name}
              name={name}
              label={shared[name]}
              hint={words.exampleHint}
              value={typed[name]}
              rows={6}
              optional
              {...wrong(name)}
            />
          ))}
          <Consequence>{words.effect}</Consequence>
          <Button>{words.save}</Button>
        </CommandForm>
      </div>
    </OfficerLayout>
  );
}

type Wrong = (name: string) => { readonly error?: string };

function Looks({ typed, acts, moments, wrong }: ScenarioPageProps & { readonly wrong: Wrong }) {
  const locale = useLocale();
  const words = texts(locale);
  const shared = scenarioTexts(locale);
  return (
    <>
      <h2>{words.what}</h2>
      <Radios
        name="looks"
        label={shared.looks}
        value={typed.looks}
        options={[
          { value: 'acts', label: words.onActs },
          { value: 'silence', label: words.onSilence },
        ]}
        {...wrong('looks')}
      />
      <details class="vc-one-a-line" open={wrong('acts').error !== undefined}>
        <summary>{words.chosen(typed.acts.length)}</summary>
        <Checkboxes
          name="acts"
          label={shared.acts}
          values={typed.acts}
          options={[
            { value: '*', label: words.anyAct },
            ...acts.map(({ key, title }) => ({ value: key, label: `${title[locale] ?? title.vi} (${key})` })),
          ]}
          optional
          {...wrong('acts')}
        />
      </details>
      <Select
        name="moment"
        label={shared.moment}
        value={typed.moment}
        options={moments.map(({ key, title }) => ({ value: key, label: title[locale] ?? title.vi }))}
        optional
        {...wrong('moment')}
      />
      <TextInput
        name="offset"
        label={shared.offset}
        hint={words.offsetHint}
        value={typed.offset}
        width={12}
        optional
        {...wrong('offset')}
      />
    </>
  );
}

function Says({ typed, wrong }: { readonly typed: TypedScenario; readonly wrong: Wrong }) {
  const locale = useLocale();
  const words = texts(locale);
  const shared = scenarioTexts(locale);
  return (
    <>
      <h2>{words.says}</h2>
      <Select
        name="severity"
        label={shared.severity}
        value={typed.severity}
        options={SEVERITIES.map((value) => ({ value, label: SEVERITY_WORDS[value][locale] }))}
        {...wrong('severity')}
      />
      <Textarea
        name="messageVi"
        label={shared.messageVi}
        hint={words.messageHint}
        value={typed.messageVi}
        rows={3}
        {...wrong('messageVi')}
      />
      <Textarea
        name="messageEn"
        label={shared.messageEn}
        hint={words.messageHint}
        value={typed.messageEn}
        rows={3}
        {...wrong('messageEn')}
      />
      <Textarea
        name="tells"
        label={shared.tells}
        hint={words.tellsHint}
        value={typed.tells}
        rows={3}
        optional
        {...wrong('tells')}
      />
      <TextInput
        name="answerWithin"
        label={shared.answerWithin}
        hint={words.termHint}
        value={typed.answerWithin}
        width={12}
        {...wrong('answerWithin')}
      />
      <TextInput
        name="coolDown"
        label={shared.coolDown}
        hint={words.termHint}
        value={typed.coolDown}
        width={12}
        optional
        {...wrong('coolDown')}
      />
      <Radios
        name="effect"
        label={shared.effect}
        value={typed.effect}
        options={[
          { value: 'record', label: EFFECT_WORDS.record[locale] },
          { value: 'block', label: EFFECT_WORDS.block[locale], hint: words.blockHint },
        ]}
        {...wrong('effect')}
      />
      {(['validFrom', 'validTo'] as const).map((name) => (
        <TextInput
          key={name}
          name={name}
          label={shared[name]}
          hint={words.dayHint}
          value={typed[name]}
          width={12}
          optional
          {...wrong(name)}
        />
      ))}
    </>
  );
}
