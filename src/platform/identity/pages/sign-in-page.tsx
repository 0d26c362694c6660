/** Sign-in page: VNeID for citizens and organisations, login and password for officers. */
import { defineTexts } from '../../i18n/texts.ts';
import { Button, LinkButton } from '../../web/components/button/button.tsx';
import { ErrorSummary } from '../../web/components/error-summary/error-summary.tsx';
import { TextInput } from '../../web/components/field/text-input.tsx';
import { Notice } from '../../web/components/notice/notice.tsx';
import { useFrame } from '../../web/frame.tsx';
import { CitizenLayout } from '../../web/layouts/citizen-layout.tsx';

export interface SignInPageProps {
  readonly vneid: 'real' | 'simulated' | 'absent';
  /** Path of ours to go to afterwards. */
  readonly returnTo: string;
  /** What was typed; a password is never given back. */
  readonly login?: string;
  readonly error?: string;
}

const texts = defineTexts({
  title: { vi: 'Đăng nhập', en: 'Sign in' },
  citizens: { vi: 'Công dân, tổ chức', en: 'Citizens and organisations' },
  citizensHow: {
    vi: 'Công dân và tổ chức đăng nhập bằng tài khoản định danh điện tử VNeID.',
    en: 'Citizens and organisations sign in with their VNeID electronic identity.',
  },
  byVneid: { vi: 'Đăng nhập bằng VNeID', en: 'Sign in with VNeID' },
  simulated: {
    vi: 'VNeID ở bản trình diễn này là mô phỏng, với những người không có thật.',
    en: 'In this demonstration VNeID is simulated, with invented people.',
  },
  absent: {
    vi: 'Cổng này chưa kết nối với VNeID nên công dân, tổ chức chưa đăng nhập được.',
    en: 'This portal is not connected to VNeID yet, so citizens and organisations cannot sign in.',
  },
  officers: { vi: 'Cán bộ, công chức, viên chức', en: 'Officers' },
  login: { vi: 'Tên đăng nhập', en: 'Login' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  enter: { vi: 'Đăng nhập với mật khẩu', en: 'Sign in with a password' },
});

export function SignInPage({ vneid, returnTo, login, error }: SignInPageProps) {
  const { locale, csrf } = useFrame();
  const words = texts(locale);
  return (
    <CitizenLayout title={words.title}>
      <div class="vc-reading vc-sections">
        {error && <ErrorSummary errors={[{ message: error }]} />}
        <h1>{words.title}</h1>
        <section aria-labelledby="citizens" class="vc-rows">
          <h2 id="citizens">{words.citizens}</h2>
          {vneid === 'absent' ? (
            <Notice kind="warning">
              <p>{words.absent}</p>
            </Notice>
          ) : (
            <>
              <p>{words.citizensHow}</p>
              {vneid === 'simulated' && <p class="vc-quiet vc-small">{words.simulated}</p>}
              <p>
                <LinkButton href={`/dang-nhap/vneid?tiep=${encodeURIComponent(returnTo)}`}>{words.byVneid}</LinkButton>
              </p>
            </>
          )}
        </section>
        <section aria-labelledby="officers" class="vc-rows">
          <h2 id="officers">{words.officers}</h2>
          <form method="post" action="/dang-nhap" class="vc-stack" noValidate>
            <input type="hidden" name="tiep" value={returnTo} />
            {/* Someone who is signed in comes here when VNeID fails to raise their level. */}
            {csrf && <input type="hidden" name="csrf" value={csrf} />}
            <TextInput
              name="login"
              label={words.login}
              value={login}
              autocomplete="username"
              maxLength={200}
              width={24}
            />
            <TextInput
              name="password"
              label={words.password}
              type="password"
              autocomplete="current-password"
              maxLength={200}
              width={24}
            />
            <Button variant="secondary">{words.enter}</Button>
          </form>
        </section>
      </div>
    </CitizenLayout>
  );
}
