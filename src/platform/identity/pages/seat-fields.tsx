/** Seat fields: a role and the code of a unit, which together name a position. */
import type { ComponentChildren } from 'preact';
import type { LocalText } from '../../i18n/local-text.ts';
import { defineTexts } from '../../i18n/texts.ts';
import { Select } from '../../web/components/field/select.tsx';
import { TextInput } from '../../web/components/field/text-input.tsx';
import { useLocale } from '../../web/frame.tsx';
import { Local } from '../../web/local.tsx';

export interface RoleChoice {
  readonly key: string;
  readonly name: LocalText;
}

export interface SeatFieldsProps {
  readonly roles: readonly RoleChoice[];
  readonly role?: string;
  readonly unit?: string;
  readonly errorOf: (name: string) => ComponentChildren;
  readonly optional?: boolean;
}

const texts = defineTexts({
  role: { vi: 'Vai trò', en: 'Role' },
  unit: { vi: 'Mã đơn vị', en: 'Code of the unit' },
  unitHint: { vi: 'Ví dụ H53.101.1', en: 'For example H53.101.1' },
});

export function SeatFields({ roles, role, unit, errorOf, optional }: SeatFieldsProps) {
  const words = texts(useLocale());
  const options = roles.map(({ key, name }) => ({ value: key, label: <Local text={name} /> }));
  const shared = optional ? { optional } : {};
  return (
    <>
      <Select {...shared} name="role" label={words.role} options={options} value={role} error={errorOf('role')} />
      <TextInput
        {...shared}
        name="unit"
        label={words.unit}
        hint={words.unitHint}
        value={unit}
        error={errorOf('unit')}
        width={12}
      />
    </>
  );
}
