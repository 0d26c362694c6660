/** Filter bar: what narrows a queue, in the URL; bulk actions stand at its end. */
import type { ComponentChildren } from 'preact';
import { defineTexts } from '../../../i18n/texts.ts';
import { useLocale } from '../../frame.tsx';
import { Button } from '../button/button.tsx';
import { Icon } from '../icon/icon.tsx';

export interface Filter {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** The first one means all: its value is ''. */
  readonly options: readonly FilterOption[];
}

interface FilterOption {
  readonly value: string;
  readonly label: string;
  /** Options of one group follow each other; in a group each is called by its own name alone, so that it is found by its first letters. */
  readonly group?: string;
}

/** A day or a code, typed. */
export interface TypedFilter {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly type: 'date' | 'search';
}

export interface FilterBarProps {
  action: string;
  filters: readonly Filter[];
  typed?: readonly TypedFilter[];
  /** What else the URL keeps: the queue, the order. */
  keep?: Readonly<Record<string, string>>;
  children?: ComponentChildren;
}

const texts = defineTexts({ apply: { vi: 'Lọc', en: 'Filter' } });

export function FilterBar({ action, filters, typed = [], keep = {}, children }: FilterBarProps) {
  return (
    <div class="vc-filter-bar">
      <form action={action}>
        <Icon name="filter" />
        {Object.entries(keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {filters.map((filter) => (
          <select key={filter.name} class="ds-input" name={filter.name} aria-label={filter.label} data-width="auto">
            {groupsOf(filter.options).map(({ group, options }) =>
              group === undefined ? (
                <Options key="" {...filter} options={options} prefix={`${filter.label}: `} />
              ) : (
                <optgroup key={group} label={group}>
                  <Options {...filter} options={options} prefix="" />
                </optgroup>
              ),
            )}
          </select>
        ))}
        {typed.map((one) =>
          // an empty day says nothing of itself
          one.type === 'date' ? (
            <label key={one.name} class="vc-filter-day">
              {one.label} <TypedInput {...one} />
            </label>
          ) : (
            <TypedInput key={one.name} {...one} />
          ),
        )}
        <Button variant="secondary">{texts(useLocale()).apply}</Button>
      </form>
      {children && <div class="vc-filter-end">{children}</div>}
    </div>
  );
}

function groupsOf(options: readonly FilterOption[]) {
  const groups: { readonly group: string | undefined; readonly options: FilterOption[] }[] = [];
  for (const option of options) {
    const last = groups.at(-1);
    if (last && last.group === option.group) last.options.push(option);
    else groups.push({ group: option.group, options: [option] });
  }
  return groups;
}

interface OptionsProps extends Pick<Filter, 'options' | 'value'> {
  readonly prefix: string;
}

const Options = ({ options, value, prefix }: OptionsProps) => (
  <>
    {options.map((option) => (
      <option key={option.value} value={option.value} selected={option.value === value}>
        {prefix}
        {option.label}
      </option>
    ))}
  </>
);

function TypedInput({ name, label, value, type }: TypedFilter) {
  return (
    <input
      class="ds-input"
      // oxlint-disable-next-line typescript/no-unnecessary-type-assertion -- TypeScript 5.9 wants one literal here, not a union
      type={type as 'search'}
      name={name}
      value={value}
      placeholder={type === 'search' ? label : undefined}
      aria-label={label}
      data-width="auto"
      autocomplete="off"
    />
  );
}
