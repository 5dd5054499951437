import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** What a list is filtered by, and the row whose panel is open: all of it stands in the address. */
export interface AddressFilters {
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly set: (key: string, value: string | undefined) => void;
}

/**
 * For `FilterBar` and `DataTable`: `values` by key, `q` for the search and, by habit, `open` for the chosen row.
 * A route that uses it needs `validateSearch: addressFilters`.
 */
export function useAddressFilters(): AddressFilters {
  const values = addressFilters(useSearch({ strict: false }));
  const navigate = useNavigate();
  const set = useCallback(
    (key: string, value: string | undefined) =>
      void navigate({
        to: '.',
        search: (before) => addressFilters({ ...before, [key]: value }),
        replace: true,
      }),
    [navigate],
  );
  return { values, set };
}

/** Only plain words are taken from an address; the rest is dropped. */
export function addressFilters(
  search: Readonly<Record<string, unknown>>,
): Record<string, string | undefined> {
  const words = Object.entries(search).map(([key, value]) => [
    key,
    typeof value === 'number' ? String(value) : value,
  ]);
  return Object.fromEntries(words.filter(([, value]) => typeof value === 'string' && value !== ''));
}
