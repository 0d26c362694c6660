/** One draft that would block an act: what it would refuse, in words and as it is written, and the form of the second account that agrees. */
import type { LocalText } from '../../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { DifferenceTable } from '../../../../platform/settings/pages/difference-table.tsx';
import type { Difference } from '../../../../platform/settings/setting.ts';
import type { TypedDay } from '../../../../platform/text/typed-day.ts';
import { Button } from '../../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../../platform/web/components/command-form/command-form.tsx';
import { Consequence } from '../../../../platform/web/components/consequence/consequence.tsx';
import { ErrorSummary, type FieldError } from '../../../../platform/web/components/error-summary/error-summary.tsx';
import { DateInput } from '../../../../platform/web/components/field/date-input.tsx';
import { TextInput } from '../../../../platform/web/components/field/text-input.tsx';
import { MarkedText } from '../../../../platform/web/components/marked-text/marked-text.tsx';
import { Notice } from '../../../../platform/web/components/notice/notice.tsx';
import { BackLink } from '../../../../platform/web/components/trail/trail.tsx';
import { useLocale } from '../../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../../platform/web/layouts/officer-layout.tsx';
import type { Scenario } from '../../scenario.ts';
import type { BlockApproval } from '../block-approval.ts';
import { BLOCKS, blockTexts } from '../block-words.ts';
import { BlockSection } from './block-section.tsx';

export interface BlockPageProps {
  readonly scenario: Scenario;
  readonly said: LocalText | undefined;
  readonly differences: readonly Difference[];
  /** Of the draft. */
  readonly version: number;
  readonly approval: BlockApproval | undefined;
  /** The reader has written some of it. */
  readonly isAuthor: boolean;
  readonly number: string;
  readonly day: TypedDay;
  readonly errors: readonly FieldError[];
}

const texts = defineTexts({
  blocksWhen: { vi: 'Chặn khi', en: 'Blocks when' },
  differs: { vi: 'Khác bản đã công bố', en: 'How it differs from what is published' },
  own: { vi: 'Bạn đã soạn bản nháp này', en: 'You have written some of this draft' },
  ownAbout: {
    vi: 'Người phê duyệt phải là người khác với mọi người đã sửa bản nháp.',
    en: 'Whoever approves must be somebody other than all who have changed the draft.',
  },
  approve: { vi: 'Cho phép chặn', en: 'Authorise blocking' },
  effect: {
    vi: 'Chỉ đúng bản nháp này được phép chặn; sửa một chữ là phải phê duyệt lại. Việc phê duyệt được ghi vào nhật ký.',
    en: 'Exactly this draft may block; a letter changed needs another approval. The approval stands in the journal.',
  },
});

export function BlockPage(props: BlockPageProps) {
  const { scenario, said, differences, version, approval, isAuthor, number, day, errors } = props;
  const locale = useLocale();
  const words = texts(locale);
  const shared = blockTexts(locale);
  const title = `${scenario.code} ${scenario.title[locale]}`;
  const wrong = (name: string) => {
    const error = errors.find((one) => one.name === name)?.message;
    return error === undefined ? {} : { error };
  };
  return (
    <OfficerLayout title={`${shared.title}: ${scenario.code}`}>
      <div class="vc-reading vc-stack">
        <BackLink href={BLOCKS}>{shared.title}</BackLink>
        <ErrorSummary errors={errors} />
        <h1>{title}</h1>
        <p>{scenario.basis}</p>
        <h2>{words.blocksWhen}</h2>
        {said && <p>{said[locale] ?? said.vi}</p>}
        <MarkedText text={scenario.condition} marks={[]} />
        <p>{scenario.message[locale]}</p>
        <h2>{words.differs}</h2>
        <DifferenceTable differences={differences} />
        {approval ? (
          <BlockSection code={scenario.code} approval={approval} />
        ) : isAuthor ? (
          <Notice kind="warning" title={words.own}>
            <p>{words.ownAbout}</p>
          </Notice>
        ) : (
          <CommandForm action={`${BLOCKS}/${scenario.code}`} version={version}>
            <TextInput
              name="decisionNumber"
              label={shared.number}
              hint={shared.numberHint}
              value={number}
              width={24}
              maxLength={100}
              {...wrong('decisionNumber')}
            />
            <DateInput name="decisionDay" label={shared.day} value={day} {...wrong('decisionDay')} />
            <Consequence>{words.effect}</Consequence>
            <Button>{words.approve}</Button>
          </CommandForm>
        )}
      </div>
    </OfficerLayout>
  );
}
