/** What can be wrong inside one field of a definition, beyond its shape. */
import { type Fault, fault, repeated } from '../pack/fault.ts';
import { isDay } from '../text/partial-day.ts';
import { checkFieldShape } from './check-shape.ts';
import type { SimpleField } from './definition.ts';
import { RESERVED_KEYS } from './reserved-keys.ts';

export function checkField(field: SimpleField, path: string): Fault[] {
  // a field changed by `adjust` has not been through the shape check yet
  const misshapen = checkFieldShape(field, path);
  if (misshapen.length > 0) return misshapen;
  return [...checkKey(field, path), ...checkLimits(field, path), ...checkOptions(field, path)];
}

function checkKey({ key }: SimpleField, path: string): Fault[] {
  return RESERVED_KEYS.has(key)
    ? [
        fault(
          'forms.reserved-key',
          path,
          'Khóa này dành cho ngôn ngữ điều kiện.',
          'This key is reserved by the condition language.',
        ),
      ]
    : [];
}

function checkLimits(field: SimpleField, path: string): Fault[] {
  const { min, max } = limitsOf(field);
  const days = [min, max].filter((limit) => typeof limit === 'string' && limit !== 'today');
  const wrong = days.some((limit) => !isDay(limit as string));
  const crossed = min !== undefined && max !== undefined && min !== 'today' && max !== 'today' && min > max;
  if (!wrong && !crossed) return [];
  return [
    fault(
      'forms.limits',
      path,
      'Giới hạn dưới và giới hạn trên không hợp lý.',
      'The lower and upper limits make no sense.',
    ),
  ];
}

function limitsOf(field: SimpleField): { min?: number | string; max?: number | string } {
  if (field.kind === 'text') return { min: field.minLength, max: field.maxLength };
  return { min: 'min' in field ? field.min : undefined, max: 'max' in field ? field.max : undefined };
}

function checkOptions(field: SimpleField, path: string): Fault[] {
  if (field.kind !== 'choice' && field.kind !== 'multi') return [];
  if ((field.options === undefined) === (field.list === undefined)) {
    return [
      fault('forms.options-or-list', path, 'Phải có một trong hai: options hoặc list.', 'Give either options or list.'),
    ];
  }
  const values = (field.options ?? []).map((option) => option.value);
  const twice = repeated(values).map((value) =>
    fault('forms.repeated-option', path, `Lựa chọn “${value}” có hai lần.`, `Option “${value}” is there twice.`),
  );
  return twice;
}
