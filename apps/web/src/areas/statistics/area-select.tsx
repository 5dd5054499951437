import { foldForSearch } from '@kycuong/ui/form/choice.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { type ComboboxItem, type OptionsFilter, Select } from '@mantine/core';
import type { Area } from './figures.ts';

const filter: OptionsFilter = ({ options, search }) => {
  const wanted = foldForSearch(search.trim());
  return options
    .filter((option): option is ComboboxItem => 'value' in option)
    .filter(({ label }) => foldForSearch(label).includes(wanted));
};

interface AreaSelectProps {
  readonly areas: readonly Area[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** Province, former provinces and former districts; typing searches without marks. */
export function AreaSelect({ areas, value, onChange }: AreaSelectProps) {
  const { t } = useMessages();
  const label = ({ name, validUntil, parentName }: Area) => {
    if (validUntil === null) return name;
    return parentName
      ? t('statistics:area-former', { name, province: parentName.replace(/^(Tỉnh|Thành phố) /, '') })
      : t('statistics:area-former-province', { name });
  };
  return (
    <Select
      className="board-area"
      aria-label={t('statistics:area')}
      data={areas.map((area) => ({ value: area.id, label: label(area) }))}
      value={value}
      onChange={(id) => id && onChange(id)}
      allowDeselect={false}
      searchable
      selectFirstOptionOnChange
      filter={filter}
      nothingFoundMessage={t('parts:nothing-found')}
      checkIconPosition="right"
      rightSection={<Icon name="chevron-down" size={16} />}
      rightSectionPointerEvents="none"
      comboboxProps={{ width: 320, position: 'bottom-end' }}
      maxDropdownHeight={360}
    />
  );
}
