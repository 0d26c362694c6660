/** The register in full: addresses and telephones, behind a stated purpose that each dossier's journal of readings holds. */
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { Button, ButtonGroup } from '../../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../../platform/web/components/command-form/command-form.tsx';
import { TextInput } from '../../../../platform/web/components/field/text-input.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import { REGISTER, type RegisterAsked } from '../../register-asked.ts';

export interface RegisterInFullProps {
  readonly asked: RegisterAsked;
  /** Few enough for a paper. */
  readonly printable: boolean;
  readonly purposeMissing: boolean;
}

const texts = defineTexts({
  open: { vi: 'Tải sổ có địa chỉ, số điện thoại đầy đủ', en: 'The register with full addresses and telephones' },
  purpose: { vi: 'Mục đích sử dụng', en: 'Purpose' },
  purposeHint: {
    vi: 'Người tải, thời điểm và mục đích được ghi vào nhật ký của từng hồ sơ trong sổ.',
    en: 'Who took it, when and what for is written down for each dossier in it.',
  },
  purposeMissing: {
    vi: 'Nhập mục đích sử dụng trước khi tải sổ đầy đủ.',
    en: 'Say what the full register is for before taking it.',
  },
  workbook: { vi: 'Tải bảng tính đầy đủ', en: 'Full workbook' },
  paper: { vi: 'Tải bản in đầy đủ', en: 'Full paper' },
});

export function RegisterInFull({ asked, printable, purposeMissing }: RegisterInFullProps) {
  const words = texts(useFrame().locale);
  const { sau: _, ...kept } = asked;
  return (
    <details class="vc-act" open={purposeMissing}>
      <summary>{words.open}</summary>
      <CommandForm action={`${REGISTER}/day-du`}>
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextInput
          name="purpose"
          label={words.purpose}
          hint={words.purposeHint}
          error={purposeMissing && words.purposeMissing}
          maxLength={200}
        />
        <ButtonGroup>
          <Button variant="secondary" name="tep" value="xlsx">
            {words.workbook}
          </Button>
          {printable && (
            <Button variant="secondary" name="tep" value="pdf">
              {words.paper}
            </Button>
          )}
        </ButtonGroup>
      </CommandForm>
    </details>
  );
}
