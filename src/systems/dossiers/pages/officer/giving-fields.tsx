/** Giving fields: to whom a dossier is given in the unit, or to which unit it goes, and why. */
import { inLanguage } from '../../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { Radios } from '../../../../platform/web/components/field/radios.tsx';
import { Select } from '../../../../platform/web/components/field/select.tsx';
import { TextInput } from '../../../../platform/web/components/field/text-input.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import type { Candidate } from '../../candidates.ts';
import type { RedirectUnit } from '../../redirect-units.ts';

const texts = defineTexts({
  assignee: { vi: 'Giao cho', en: 'Assign to' },
  nobody: {
    vi: 'Đơn vị đang giữ hồ sơ chưa có ai giữ vai trò của bước này, hoặc mọi người đều vắng mặt.',
    en: 'Nobody holds the role of this step in the unit that has the dossier, or all are away.',
  },
  again: { vi: 'Lý do giao lại', en: 'Reason for giving it to another' },
  unit: { vi: 'Chuyển đến đơn vị', en: 'To the unit' },
  noUnit: {
    vi: 'Không có đơn vị nào khác cùng địa bàn có người giữ vai trò của bước này.',
    en: 'No other unit of the same place has anybody of this step’s role.',
  },
  reason: { vi: 'Lý do', en: 'Reason' },
});

interface AssignFieldsProps {
  readonly candidates: readonly Candidate[];
  readonly present: string | null;
  readonly typed: (name: string) => string;
}

export function AssignFields({ candidates, present, typed }: AssignFieldsProps) {
  const words = texts(useFrame().locale);
  if (candidates.length === 0) return <p>{words.nobody}</p>;
  return (
    <>
      <Radios
        name="assignee"
        label={words.assignee}
        value={typed('assignee') || (present ?? '')}
        options={candidates.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {present !== null && <TextInput name="reason" label={words.again} value={typed('reason')} maxLength={500} />}
    </>
  );
}

interface RedirectFieldsProps {
  readonly units: readonly RedirectUnit[];
  readonly typed: (name: string) => string;
}

export function RedirectFields({ units, typed }: RedirectFieldsProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  if (units.length === 0) return <p>{words.noUnit}</p>;
  return (
    <>
      <Select
        name="unit"
        label={words.unit}
        value={typed('unit')}
        options={units.map(({ id, name }) => ({ value: id, label: inLanguage(name, locale).text }))}
      />
      <TextInput name="reason" label={words.reason} value={typed('reason')} maxLength={500} />
    </>
  );
}
