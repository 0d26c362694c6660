/** Level page: what a session of VNeID level 1 may not do, why, what it may, and the way to a session of level 2. */
import { refuse } from '../../cases/decision.ts';
import { defineTexts } from '../../i18n/texts.ts';
import type { Registry } from '../../system/registry.ts';
import { ButtonGroup, LinkButton } from '../../web/components/button/button.tsx';
import { useFrame } from '../../web/frame.tsx';
import { CitizenLayout } from '../../web/layouts/citizen-layout.tsx';
import { problemOf } from '../problem.ts';

const texts = defineTexts({
  title: { vi: 'Cần VNeID mức độ 2', en: 'VNeID level 2 is needed' },
  may: {
    vi: 'Với tài khoản mức độ 1 bạn vẫn tìm thủ tục, tra cứu hồ sơ, xem hồ sơ của mình; hoặc nộp hồ sơ giấy tại bộ phận một cửa.',
    en: 'With level 1 you can still find procedures, track dossiers and see your own; or hand in on paper at a one-stop office.',
  },
  basis: { vi: 'Căn cứ', en: 'Rule' },
  confirm: { vi: 'chờ xác nhận', en: 'to be confirmed' },
  again: { vi: 'Đăng nhập lại ở mức độ 2', en: 'Sign in again at level 2' },
  home: { vi: 'Về trang chủ', en: 'To the home page' },
  code: { vi: 'Mã', en: 'Code' },
});

const CODE = 'identity.vneid-level';

export function LevelPage({ registry }: { registry: Registry }) {
  const { locale, path } = useFrame();
  const words = texts(locale);
  const spec = registry.refusals.get(CODE);
  return (
    <CitizenLayout title={words.title}>
      <div class="vc-reading vc-stack">
        <h1>{words.title}</h1>
        <p>{problemOf(refuse(CODE), registry, locale).title}</p>
        {spec?.basis && (
          <p class="vc-quiet">
            {words.basis}: {spec.basis}
            {spec.confirm ? ` (${words.confirm})` : ''}
          </p>
        )}
        <p>{words.may}</p>
        <ButtonGroup>
          <LinkButton href={`/dang-nhap/vneid?muc=2&tiep=${encodeURIComponent(path)}`}>{words.again}</LinkButton>
          <LinkButton href="/" variant="secondary">
            {words.home}
          </LinkButton>
        </ButtonGroup>
        <p class="vc-quiet">
          {words.code}: {CODE}
        </p>
      </div>
    </CitizenLayout>
  );
}
