/** The way to fill in a person from the register of the population, beside the questions about them. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { Button } from '../../../platform/web/components/button/button.tsx';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { Local } from '../../../platform/web/local.tsx';
import { type FillState, LOOK_UP } from '../fill-from-register.ts';
import type { PersonBlock } from '../population-blocks.ts';

const texts = defineTexts({
  title: { vi: 'Lấy thông tin đã có', en: 'Use what is known already' },
  below: {
    vi: 'Có thể điền giúp từ Cơ sở dữ liệu quốc gia về dân cư',
    en: 'This can be filled in from the national register of the population',
  },
  about: {
    vi: 'Ghi số định danh, họ tên và ngày sinh. Khi cả ba khớp với Cơ sở dữ liệu quốc gia về dân cư, các ô còn trống được điền giúp, mỗi ô ghi rõ nguồn; bạn vẫn sửa được. Lượt tra cứu được ghi nhật ký.',
    en: 'Give personal number, name and date of birth. Where all three agree with the national register of the population, what is open is filled in, each with its source; you can still change it. The look-up is journalled.',
  },
  fill: { vi: 'Điền từ CSDL dân cư', en: 'Fill in from the register' },
  'nothing-said': {
    vi: 'Cần đủ số định danh, họ tên và ngày tháng năm sinh thì mới tra cứu được.',
    en: 'Personal number, name and full date of birth are needed first.',
  },
  unknown: {
    vi: 'Không có người nào khớp cả số định danh, họ tên và ngày sinh. Kiểm tra lại, hoặc tự điền.',
    en: 'Nobody has this number, name and date of birth. Check them, or fill the form in yourself.',
  },
  unavailable: {
    vi: 'Cơ sở dữ liệu quốc gia về dân cư chưa trả lời. Bạn tự điền rồi làm tiếp được.',
    en: 'The national register of the population does not answer. You can fill it in yourself and go on.',
  },
});

export interface RegisterFillProps {
  readonly blocks: readonly PersonBlock[];
  readonly said: Exclude<FillState, 'filled'> | undefined;
}

/** Above the questions: that they can be filled in, and why the last press filled nothing in. */
export function RegisterFillLink({ blocks, said }: RegisterFillProps) {
  const words = texts(useFrame().locale);
  if (blocks.length === 0) return null;
  if (said)
    return (
      <Notice kind="warning">
        <p>{words[said]}</p>
      </Notice>
    );
  return (
    <p>
      <a class="ds-link" href={`#${LOOK_UP}`}>
        {words.below}
      </a>
    </p>
  );
}

export function RegisterFill({ blocks }: Pick<RegisterFillProps, 'blocks'>) {
  const words = texts(useFrame().locale);
  if (blocks.length === 0) return null;
  return (
    <section id={LOOK_UP}>
      <h2 class="vc-section-title">{words.title}</h2>
      <p>{words.about}</p>
      {blocks.map(({ path, label }) => (
        <p key={path}>
          <Button variant="secondary" name={LOOK_UP} value={path}>
            {words.fill}: <Local text={label} />
          </Button>
        </p>
      ))}
    </section>
  );
}
