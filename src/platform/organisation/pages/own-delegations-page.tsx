/** Own delegations page: what a leader has delegated and was delegated, and giving one. */
import { defineTexts } from '../../i18n/texts.ts';
import { Button } from '../../web/components/button/button.tsx';
import { CommandForm } from '../../web/components/command-form/command-form.tsx';
import { Consequence } from '../../web/components/consequence/consequence.tsx';
import { ErrorSummary, type FieldError } from '../../web/components/error-summary/error-summary.tsx';
import { useLocale } from '../../web/frame.tsx';
import { OfficerLayout } from '../../web/layouts/officer-layout.tsx';
import type { ListedDelegation } from '../list-delegations.ts';
import { DelegationFields, type DelegationFieldsProps } from './delegation-fields.tsx';
import { DelegationTable } from './delegation-table.tsx';

export interface OwnDelegationsPageProps extends Omit<DelegationFieldsProps, 'errorOf'> {
  readonly path: string;
  readonly given: readonly ListedDelegation[];
  readonly received: readonly ListedDelegation[];
  readonly commandId?: string;
  readonly errors?: readonly FieldError[];
}

const texts = defineTexts({
  title: { vi: 'Ủy quyền', en: 'Delegation' },
  given: { vi: 'Đã ủy quyền', en: 'Given' },
  givenNone: { vi: 'Bạn chưa ủy quyền cho ai.', en: 'You have delegated nothing.' },
  received: { vi: 'Được ủy quyền', en: 'Received' },
  receivedNone: { vi: 'Bạn chưa được ai ủy quyền.', en: 'Nobody has delegated to you.' },
  give: { vi: 'Ủy quyền cho người khác', en: 'Delegate to somebody' },
  effect: {
    vi: 'Người được ủy quyền làm được mọi việc của vị trí này, từ đầu ngày bắt đầu đến hết ngày kết thúc; mọi việc họ làm ghi rõ là thừa ủy quyền của bạn. Bạn chấm dứt được bất cứ lúc nào, và họ mất quyền ngay.',
    en: 'The delegate may do all that the position may, from the first day to the end of the last; whatever they do is recorded as done in your place. You may end it at any moment, and they lose the power at once.',
  },
  submit: { vi: 'Ủy quyền', en: 'Delegate' },
});

export function OwnDelegationsPage(props: OwnDelegationsPageProps) {
  const { path, given, received, commandId, errors = [], ...fields } = props;
  const words = texts(useLocale());
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        <ErrorSummary errors={errors} />
        <h1>{words.title}</h1>
        <h2>{words.given}</h2>
        {given.length === 0 ? (
          <p>{words.givenNone}</p>
        ) : (
          <DelegationTable caption={words.given} delegations={given} endAt={path} />
        )}
        <h2>{words.received}</h2>
        {received.length === 0 ? (
          <p>{words.receivedNone}</p>
        ) : (
          <DelegationTable caption={words.received} delegations={received} />
        )}
        {fields.positions.length > 0 && (
          <div class="vc-reading vc-stack">
            <h2>{words.give}</h2>
            <CommandForm action={path} {...(commandId && { commandId })}>
              <DelegationFields {...fields} errorOf={(name) => errors.find((error) => error.name === name)?.message} />
              <Consequence>{words.effect}</Consequence>
              <Button>{words.submit}</Button>
            </CommandForm>
          </div>
        )}
      </div>
    </OfficerLayout>
  );
}
