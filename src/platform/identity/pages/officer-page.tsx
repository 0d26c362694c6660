/** Officer page of the administrator: one account, its positions, and what can be done with it. */
import { defineTexts } from '../../i18n/texts.ts';
import { Button } from '../../web/components/button/button.tsx';
import { CommandForm } from '../../web/components/command-form/command-form.tsx';
import { Consequence } from '../../web/components/consequence/consequence.tsx';
import { ErrorSummary, type FieldError } from '../../web/components/error-summary/error-summary.tsx';
import { Notice } from '../../web/components/notice/notice.tsx';
import { SummaryList } from '../../web/components/summary-list/summary-list.tsx';
import { useLocale } from '../../web/frame.tsx';
import { OfficerLayout } from '../../web/layouts/officer-layout.tsx';
import { Local } from '../../web/local.tsx';
import type { ListedOfficer } from '../list-officers.ts';
import { MannerFields } from './manner-fields.tsx';
import { type RoleChoice, SeatFields } from './seat-fields.tsx';

export interface OfficerPageProps {
  readonly officer: ListedOfficer;
  readonly roles: readonly RoleChoice[];
  /** The reader's own account. */
  readonly own?: boolean;
  /** A password made just now: shown on this page and never again. */
  readonly madePassword?: string;
  readonly seat?: { readonly role: string; readonly unit: string };
  readonly errors?: readonly FieldError[];
}

const texts = defineTexts({
  login: { vi: 'Tên đăng nhập', en: 'Login' },
  state: { vi: 'Tình trạng', en: 'State' },
  active: { vi: 'Đang sử dụng', en: 'In use' },
  disabled: { vi: 'Ngừng sử dụng', en: 'Disabled' },
  administrator: { vi: 'Người quản trị', en: 'Administrator' },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  password: { vi: 'Mật khẩu vừa tạo', en: 'The password just made' },
  once: {
    vi: 'Mật khẩu chỉ hiện một lần này. Hãy giao tận tay và nhắc cán bộ đổi ngay sau khi đăng nhập.',
    en: 'It is shown this once. Hand it over in person and have the officer change it after signing in.',
  },
  positions: { vi: 'Vị trí đang giữ', en: 'Positions held' },
  none: { vi: 'Chưa giữ vị trí nào.', en: 'None yet.' },
  end: { vi: 'Thôi giữ vị trí', en: 'End' },
  give: { vi: 'Giao vị trí', en: 'Give a position' },
  giveButton: { vi: 'Giao vị trí từ hôm nay', en: 'Give it from today' },
  delegate: { vi: 'Ghi ủy quyền của cán bộ này', en: 'Record a delegation by this officer' },
  acts: { vi: 'Tài khoản', en: 'Account' },
  ownPassword: { vi: 'Đổi mật khẩu của bạn', en: 'Change your own password' },
  newPassword: { vi: 'Đặt mật khẩu mới', en: 'Set a new password' },
  newPasswordEffect: {
    vi: 'Mọi phiên đăng nhập của tài khoản này kết thúc.',
    en: 'All sessions of this account end.',
  },
  disable: { vi: 'Ngừng sử dụng tài khoản', en: 'Disable the account' },
  disableEffect: {
    vi: 'Cán bộ không đăng nhập được nữa; những việc đã làm vẫn được giữ nguyên.',
    en: 'The officer can no longer sign in; what was done stays.',
  },
});

export function OfficerPage({ officer, own = false, roles, madePassword, seat, errors = [] }: OfficerPageProps) {
  const words = texts(useLocale());
  const path = `/quan-tri/tai-khoan/${officer.id}`;
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  return (
    <OfficerLayout title={officer.name}>
      <div class="vc-reading vc-stack">
        <ErrorSummary errors={errors} />
        <h1>{officer.name}</h1>
        {madePassword && (
          <Notice kind="warning" title={words.password}>
            <p>
              <code>{madePassword}</code>
            </p>
            <p>{words.once}</p>
          </Notice>
        )}
        <SummaryList
          rows={[
            { label: words.login, value: officer.login },
            { label: words.state, value: officer.disabled_at === null ? words.active : words.disabled },
            { label: words.administrator, value: officer.administrator ? words.yes : words.no },
          ]}
        />
        <h2>{words.positions}</h2>
        {officer.positions.length === 0 && <p>{words.none}</p>}
        {officer.positions.map((position) => (
          <CommandForm key={position.id} action={`${path}/thoi-giu`}>
            <input type="hidden" name="position" value={position.id} />
            <p>
              <Local text={position.title} />, <Local text={position.unit} />
            </p>
            <Button variant="secondary">{words.end}</Button>
          </CommandForm>
        ))}
        {officer.disabled_at === null && (
          <>
            <h2>{words.give}</h2>
            <CommandForm action={`${path}/giao-vi-tri`}>
              <SeatFields roles={roles} role={seat?.role} unit={seat?.unit} errorOf={errorOf} />
              <MannerFields errorOf={errorOf} />
              <Button variant="secondary">{words.giveButton}</Button>
            </CommandForm>
            <p>
              <a class="ds-link" href={`/quan-tri/uy-quyen/moi?tu=${officer.login}`}>
                {words.delegate}
              </a>
            </p>
            <h2>{words.acts}</h2>
            {own ? (
              <p>
                <a class="ds-link" href="/tai-khoan/mat-khau">
                  {words.ownPassword}
                </a>
              </p>
            ) : (
              <>
                <CommandForm action={`${path}/mat-khau`}>
                  <Consequence>{words.newPasswordEffect}</Consequence>
                  <Button variant="secondary">{words.newPassword}</Button>
                </CommandForm>
                <CommandForm action={`${path}/ngung`}>
                  <Consequence>{words.disableEffect}</Consequence>
                  <Button variant="secondary" danger>
                    {words.disable}
                  </Button>
                </CommandForm>
              </>
            )}
          </>
        )}
      </div>
    </OfficerLayout>
  );
}
