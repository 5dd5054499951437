import { roles } from '@kycuong/domain/access/role.ts';
import { importTemplates } from '@kycuong/domain/organisation/import-template.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import type { ImportedList } from './send-import.ts';

export interface ColumnWords {
  readonly heading: string;
  readonly required: boolean;
  readonly meaning: string;
  readonly example: string;
}

/** The columns of a list as people read them, in their usual order. */
export function useColumnWords(list: ImportedList): ColumnWords[] {
  const { t } = useMessages();
  const names = roles.map((role) => t(`access:role-${role}`)).join(', ');
  switch (list) {
    case 'units':
      return importTemplates.units.columns.map(({ column, ...words }) => {
        return { ...words, meaning: t(`import:means.units.${column}`) };
      });
    case 'lineage':
      return importTemplates.lineage.columns.map(({ column, ...words }) => {
        return { ...words, meaning: t(`import:means.lineage.${column}`) };
      });
    case 'users':
      return importTemplates.users.columns.map(({ column, ...words }) => {
        return { ...words, meaning: t(`import:means.users.${column}`, { roles: names }) };
      });
  }
}
