import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../i18n.ts';
import { Icon } from '../plain/icon.tsx';
import { SearchBox } from './search-box.tsx';

export interface Filter {
  /** Its name in the address. */
  readonly key: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

interface FilterBarProps {
  readonly filters: readonly Filter[];
  /** Chosen values by key, as they stand in the address; search under `q`. */
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly onChange: (key: string, value: string | undefined) => void;
  /** Placeholder of the search box; no box without it. */
  readonly search?: string;
  /** "14 cuộc" */
  readonly count?: ReactNode;
  /** What else narrows the list, as a pair of days. */
  readonly children?: ReactNode;
}

/** Search, one chip for each filter in force, a dashed chip that adds one, and how many are left. */
export function FilterBar({ filters, values, onChange, search, count, children }: FilterBarProps) {
  const { t } = useMessages();
  const free = filters.filter(({ key }) => values[key] === undefined);
  return (
    <search className="kc-filters">
      {search && (
        <SearchBox label={search} value={values.q ?? ''} onChange={(q) => onChange('q', q || undefined)} />
      )}
      {filters.map((filter) => {
        const value = values[filter.key];
        if (value === undefined) return null;
        const word = filter.options.find((option) => option.value === value)?.label ?? value;
        return (
          <span key={filter.key} className="kc-chip">
            <OptionMenu filter={filter} onPick={(next) => onChange(filter.key, next)}>
              <button type="button" className="kc-chip-word">
                {filter.label}: <b>{word}</b>
              </button>
            </OptionMenu>
            <button
              type="button"
              className="kc-chip-remove"
              aria-label={t('parts:remove-filter', { name: filter.label })}
              onClick={() => onChange(filter.key, undefined)}
            >
              <Icon name="close" size={16} />
            </button>
          </span>
        );
      })}
      {free.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <button type="button" className="kc-chip kc-chip--add">
              <Icon name="plus" size={16} />
              {t('parts:add-filter')}
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {free.map((filter) => (
              <Menu.Sub key={filter.key}>
                <Menu.Sub.Target>
                  <Menu.Sub.Item>{filter.label}</Menu.Sub.Item>
                </Menu.Sub.Target>
                <Menu.Sub.Dropdown>
                  <Options filter={filter} onPick={(value) => onChange(filter.key, value)} />
                </Menu.Sub.Dropdown>
              </Menu.Sub>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {children}
      {count && (
        <span className="kc-filters-count" role="status">
          {count}
        </span>
      )}
    </search>
  );
}

interface OptionsProps {
  readonly filter: Filter;
  readonly onPick: (value: string) => void;
}

function Options({ filter, onPick }: OptionsProps) {
  return filter.options.map(({ value, label }) => (
    <Menu.Item key={value} onClick={() => onPick(value)}>
      {label}
    </Menu.Item>
  ));
}

function OptionMenu({ filter, onPick, children }: OptionsProps & { readonly children: ReactNode }) {
  return (
    <Menu position="bottom-start">
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        <Options filter={filter} onPick={onPick} />
      </Menu.Dropdown>
    </Menu>
  );
}
