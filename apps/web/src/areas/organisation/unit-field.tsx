import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { type BoundFieldProps, useField } from '@kycuong/ui/form/use-field.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Field } from '@kycuong/ui/plain/field.tsx';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import { trpc } from '../../api.ts';
import type { FormerUnit } from './former-units.tsx';

/** One unit in force today, sought on the server by words without marks. Empty when none is chosen. */
export function UnitField<Values extends FieldValues, Output>(
  props: BoundFieldProps<Values, Output> & {
    /** The unit that is chosen at first. */
    readonly first?: { readonly id: string; readonly name: string } | undefined;
  },
) {
  const { t } = useMessages();
  const { field, frame, bound } = useField(props);
  const [typed, setTyped] = useState('');
  const [entered, setEntered] = useState(false);
  const [names, setNames] = useState<ReadonlyMap<string, string>>(
    () => new Map(props.first ? [[props.first.id, props.first.name]] : []),
  );
  const [sought] = useDebouncedValue(typed.trim(), 200);
  const value: unknown = field.value;
  const chosen = typeof value === 'string' && value !== '' ? value : null;
  const searching = sought.length > 1 && sought !== names.get(chosen ?? '');
  const { data, isPlaceholderData } = useQuery(
    trpc.organisation.list.queryOptions(
      { on: dateInVietnam(new Date()), ...(searching && { q: sought }) },
      { placeholderData: keepPreviousData },
    ),
  );
  const found = (data?.units ?? []).slice(0, 50).map(({ id, name, overName }) => ({
    value: id,
    label: overName === null || searching === false ? name : `${name}, ${overName}`,
  }));
  // Under a name of earlier days stands what it became; the same unit may be found by both.
  const former = searching ? formerChoices(data?.former ?? []) : [];
  const kept = chosen !== null && !found.some((unit) => unit.value === chosen);
  // Chosen before the page came, by whoever is going on with the form.
  const { data: known } = useQuery(
    trpc.organisation.get.queryOptions({ unitId: chosen ?? '' }, { enabled: kept && !names.has(chosen) }),
  );
  const present = kept ? [{ value: chosen, label: names.get(chosen) ?? known?.unit.name ?? '' }] : [];
  // Whoever seeks another is not offered the present one first.
  const choices = searching ? [...found, ...present] : [...present, ...found];
  const offered =
    former.length === 0
      ? choices
      : [
          ...choices,
          {
            group: t('organisation:former'),
            items: former.map(({ value, was, now }) => ({
              value,
              label: t('organisation:former-choice', { was, now }),
            })),
          },
        ];

  const unresolved = typed.trim() !== '' && typed !== choices.find((unit) => unit.value === chosen)?.label;
  const settled = sought === typed.trim() && !isPlaceholderData;
  const choose = (next: string | null) => {
    const earlier = former.find(({ value }) => value === next);
    const id = earlier?.id ?? next;
    const label = earlier?.now ?? choices.find((unit) => unit.value === next)?.label;
    if (id !== null && label !== undefined) setNames(new Map([[id, label]]));
    field.onChange(id ?? '');
    if (earlier) setTyped(earlier.now);
  };
  const first = found[0]?.value ?? (former.length === 1 ? former[0]?.value : undefined);
  // Whoever types faster than the server answers has pressed Enter for what is still to come.
  useEffect(() => {
    if (!entered || !settled) return;
    setEntered(false);
    if (first !== undefined) choose(first);
  });
  const enter = (event: KeyboardEvent) => {
    const list = document.getElementById(event.currentTarget.getAttribute('aria-controls') ?? '');
    const marked = list?.querySelector('[data-combobox-selected]') ?? null;
    if (event.key !== 'Enter' || !unresolved || marked !== null || event.nativeEvent.isComposing) return;
    event.preventDefault();
    setEntered(true);
  };

  return (
    <Field {...frame}>
      <Select
        {...bound}
        ref={field.ref}
        error={bound['aria-invalid']}
        data={offered}
        searchable
        clearable
        allowDeselect={false}
        // The server has already sought.
        filter={({ options }) => options}
        searchValue={typed}
        onSearchChange={(next) => {
          setTyped(next);
          setEntered(false);
        }}
        onKeyDown={enter}
        value={chosen}
        onChange={choose}
        placeholder={t('organisation:pick-unit')}
        nothingFoundMessage={t('parts:nothing-found')}
        rightSection={<Icon name="chevron-down" size={16} />}
        rightSectionPointerEvents="none"
        checkIconPosition="right"
        maxDropdownHeight={320}
      />
    </Field>
  );
}

/** What names of earlier days stand for now, each choice with a value of its own. */
function formerChoices(former: readonly FormerUnit[]) {
  return former.flatMap(({ id: formerId, name: was, became }) =>
    became.map(({ id, name: now }) => ({ value: `${formerId} ${id}`, id, was, now })),
  );
}
