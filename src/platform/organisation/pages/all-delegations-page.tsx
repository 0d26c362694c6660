/** All delegations page of the administrator: who acts for whom in the whole installation, and the way to giving one for somebody. */
import { defineTexts } from '../../i18n/texts.ts';
import { Button } from '../../web/components/button/button.tsx';
import { CommandForm } from '../../web/components/command-form/command-form.tsx';
import { EmptyState } from '../../web/components/empty-state/empty-state.tsx';
import { ErrorSummary, type FieldError } from '../../web/components/error-summary/error-summary.tsx';
import { Select } from '../../web/components/field/select.tsx';
import { TextInput } from '../../web/components/field/text-input.tsx';
import { Pagination } from '../../web/components/pagination/pagination.tsx';
import { useLocale } from '../../web/frame.tsx';
import { OfficerLayout } from '../../web/layouts/officer-layout.tsx';
import type { ListedDelegation } from '../list-delegations.ts';
import { DelegationFields, type DelegationFieldsProps } from './delegation-fields.tsx';
import { DelegationTable } from './delegation-table.tsx';

const texts = defineTexts({
  title: { vi: 'Ủy quyền', en: 'Delegations' },
  name: { vi: 'Tìm theo tên', en: 'Find by name' },
  state: { vi: 'Tình trạng', en: 'State' },
  'in-force': { vi: 'Đang có hiệu lực', en: 'In force' },
  'to-come': { vi: 'Chưa đến ngày', en: 'To come' },
  over: { vi: 'Đã kết thúc', en: 'Over' },
  find: { vi: 'Tìm', en: 'Find' },
  none: { vi: 'Không có ủy quyền nào như vậy', en: 'There is no such delegation' },
  count: { vi: (n: number) => `${n} ủy quyền`, en: (n: number) => `${n} delegations` },
  giver: { vi: 'Tên đăng nhập của người ủy quyền', en: 'Login of the giver' },
  giverHint: { vi: 'Ví dụ ubnd-25459.ct', en: 'For example ubnd-25459.ct' },
  next: { vi: 'Chọn vị trí', en: 'Choose the position' },
  give: { vi: 'Ủy quyền thay cho một cán bộ', en: 'Record a delegation for an officer' },
  for: { vi: (name: string) => `Ủy quyền của ${name}`, en: (name: string) => `Delegation by ${name}` },
  seatless: { vi: 'Người này không giữ vị trí nào nên không có gì để ủy quyền.', en: 'This person holds no position.' },
  submit: { vi: 'Ghi ủy quyền', en: 'Record the delegation' },
  back: { vi: 'Về danh sách ủy quyền', en: 'Back to the delegations' },
});

const STATES = ['in-force', 'to-come', 'over'] as const;

export interface AllDelegationsPageProps {
  readonly path: string;
  readonly name: string;
  readonly state: string;
  readonly delegations: readonly ListedDelegation[];
  readonly next?: string;
  readonly login?: string;
  readonly errors?: readonly FieldError[];
}

export function AllDelegationsPage(props: AllDelegationsPageProps) {
  const { path, name, state, delegations, next, login = '', errors = [] } = props;
  const words = texts(useLocale());
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        <ErrorSummary errors={errors} />
        <h1>{words.title}</h1>
        <div class="vc-toolbar">
          <form action={path}>
            <TextInput name="q" label={words.name} value={name} width={24} optional />
            <Select
              name="tinh-trang"
              label={words.state}
              value={state}
              options={STATES.map((one) => ({ value: one, label: words[one] }))}
              optional
            />
            <Button variant="secondary" icon="search">
              {words.find}
            </Button>
          </form>
        </div>
        {delegations.length === 0 ? (
          <EmptyState title={words.none} />
        ) : (
          <>
            <DelegationTable caption={words.title} delegations={delegations} endAt={path} />
            <Pagination summary={words.count(delegations.length)} {...(next && { next })} />
          </>
        )}
        <div class="vc-reading vc-stack">
          <h2>{words.give}</h2>
          <form class="vc-stack" action={`${path}/moi`}>
            <TextInput
              name="tu"
              label={words.giver}
              hint={words.giverHint}
              value={login}
              width={24}
              error={errors.find((error) => error.name === 'tu')?.message}
            />
            <Button variant="secondary">{words.next}</Button>
          </form>
        </div>
      </div>
    </OfficerLayout>
  );
}

export interface NewDelegationPageProps extends Omit<DelegationFieldsProps, 'errorOf'> {
  readonly path: string;
  readonly giver: { readonly login: string; readonly name: string };
  readonly commandId?: string;
  readonly errors?: readonly FieldError[];
}

export function NewDelegationPage({ path, giver, commandId, errors = [], ...fields }: NewDelegationPageProps) {
  const words = texts(useLocale());
  return (
    <OfficerLayout title={words.for(giver.name)}>
      <div class="vc-reading vc-stack">
        <ErrorSummary errors={errors} />
        <h1>{words.for(giver.name)}</h1>
        {fields.positions.length === 0 ? (
          <p>{words.seatless}</p>
        ) : (
          <CommandForm action={`${path}/moi`} {...(commandId && { commandId })}>
            <input type="hidden" name="tu" value={giver.login} />
            <DelegationFields {...fields} errorOf={(name) => errors.find((error) => error.name === name)?.message} />
            <Button>{words.submit}</Button>
          </CommandForm>
        )}
        <p>
          <a class="ds-link" href={path}>
            {words.back}
          </a>
        </p>
      </div>
    </OfficerLayout>
  );
}
