/** Rules of the counter for their administrator: groups, grounds of priority, and the numbers of order, absence and appointments. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { Button } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { Consequence } from '../../../platform/web/components/consequence/consequence.tsx';
import { DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { ErrorSummary, type FieldError } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { Textarea } from '../../../platform/web/components/field/textarea.tsx';
import { TextInput } from '../../../platform/web/components/field/text-input.tsx';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { Tag } from '../../../platform/web/components/tag/tag.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { CounterRules } from '../rules.ts';
import { NUMBERS } from '../rules-setting.ts';
import { RULES, RulesTabs, rulesTexts } from './rules-tabs.tsx';

export interface RulesPageProps {
  readonly rules: CounterRules;
  readonly isDraft: boolean;
  readonly version: number;
  /** By the place in the rules, as typed. */
  readonly numbers: Readonly<Record<string, string>>;
  /** A unit's code and its number on a line. */
  readonly units: string;
  readonly errors: readonly FieldError[];
}

const texts = defineTexts({
  letter: { vi: 'Chữ', en: 'Letter' },
  about: { vi: 'Việc gì', en: 'What for' },
  basis: { vi: 'Căn cứ', en: 'Basis' },
  unconfirmed: { vi: 'Chưa xác nhận', en: 'Not confirmed' },
  addGroup: { vi: 'Thêm nhóm việc', en: 'Add a group' },
  addGround: { vi: 'Thêm lý do ưu tiên', en: 'Add a ground' },
  numbers: { vi: 'Thứ tự gọi, vắng mặt, lịch hẹn', en: 'Order, absence, appointments' },
  between: {
    vi: (least: number, most: number) => `Từ ${least} đến ${most}`,
    en: (least: number, most: number) => `${least} to ${most}`,
  },
  units: { vi: 'Nơi nhận số người khác mỗi khung giờ', en: 'Offices with another number of people in a slot' },
  unitsHint: {
    vi: 'Mỗi dòng một mã đơn vị và số người: H53.1.1 4',
    en: 'A unit code and a number on each line: H53.1.1 4',
  },
});

export function RulesPage(props: RulesPageProps) {
  const { rules, isDraft, version, numbers, units, errors } = props;
  const locale = useLocale();
  const words = texts(locale);
  const shared = rulesTexts(locale);
  const at = (name: string) => {
    const error = errors.find((one) => one.name === name)?.message;
    return error === undefined ? {} : { error };
  };
  return (
    <OfficerLayout title={shared.title} tabs={<RulesTabs here={RULES} />}>
      <div class="vc-reading vc-stack">
        <ErrorSummary errors={errors} />
        <h1>{shared.title}</h1>
        {isDraft && <Notice kind="info" title={shared.fromDraft} />}
        <h2>{shared.groups}</h2>
        <Groups rules={rules} />
        <p>
          <a class="ds-link" href={`${RULES}/nhom/moi`}>
            {words.addGroup}
          </a>
        </p>
        <h2>{shared.grounds}</h2>
        <Grounds rules={rules} />
        <p>
          <a class="ds-link" href={`${RULES}/uu-tien/moi`}>
            {words.addGround}
          </a>
        </p>
        <h2>{words.numbers}</h2>
        <CommandForm action={RULES} version={version}>
          {NUMBERS.map((one) => (
            <TextInput
              key={one.at}
              name={one.at}
              label={one.name[locale]}
              hint={words.between(one.least, one.most)}
              value={numbers[one.at] ?? ''}
              width={4}
              inputMode="numeric"
              maxLength={5}
              {...at(one.at)}
            />
          ))}
          <Textarea name="units" label={words.units} hint={words.unitsHint} value={units} optional {...at('units')} />
          <Consequence>{shared.draftEffect}</Consequence>
          <Button>{shared.toDraft}</Button>
        </CommandForm>
      </div>
    </OfficerLayout>
  );
}

function Groups({ rules }: Pick<RulesPageProps, 'rules'>) {
  const locale = useLocale();
  const words = texts(locale);
  const shared = rulesTexts(locale);
  return (
    <DataTable
      caption={shared.groups}
      captionHidden
      rows={rules.groups}
      keyOf={({ key }) => key}
      columns={[
        { key: 'letter', head: words.letter, width: 'xs', cell: ({ letter }) => letter },
        {
          key: 'name',
          head: shared.groups,
          names: true,
          cell: ({ key, name }) => (
            <a class="ds-link" href={`${RULES}/nhom/${key}`}>
              <Local text={name} />
            </a>
          ),
        },
        { key: 'about', head: words.about, cell: ({ about }) => <Local text={about} /> },
      ]}
    />
  );
}

function Grounds({ rules }: Pick<RulesPageProps, 'rules'>) {
  const locale = useLocale();
  const words = texts(locale);
  const shared = rulesTexts(locale);
  return (
    <DataTable
      caption={shared.grounds}
      captionHidden
      rows={rules.grounds}
      keyOf={({ key }) => key}
      columns={[
        {
          key: 'name',
          head: shared.grounds,
          names: true,
          cell: ({ key, name }) => (
            <a class="ds-link" href={`${RULES}/uu-tien/${key}`}>
              <Local text={name} />
            </a>
          ),
        },
        { key: 'basis', head: words.basis, cell: ({ basis }) => basis },
        {
          key: 'open',
          head: words.unconfirmed,
          cell: ({ confirm }) => confirm !== undefined && <Tag tone="warning">{words.unconfirmed}</Tag>,
        },
      ]}
    />
  );
}
