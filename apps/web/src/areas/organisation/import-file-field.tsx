import { largestFileMegabytes } from '@kycuong/domain/organisation/import-row.ts';
import { FileField } from '@kycuong/ui/form/file-field.tsx';
import type { BoundFieldProps } from '@kycuong/ui/form/use-field.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Field } from '@kycuong/ui/plain/field.tsx';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { Select } from '@mantine/core';
import type { FieldValues } from 'react-hook-form';
import type { ImportSteps } from './use-import.ts';

type ImportFileFieldProps<Values extends FieldValues, Output> = Omit<
  BoundFieldProps<Values, Output>,
  'label'
> & {
  readonly steps: ImportSteps;
};

/** The file of a list, and what has to be said of it before it can be read: its sheet, the columns left out. */
export function ImportFileField<Values extends FieldValues, Output>({
  steps,
  ...field
}: ImportFileFieldProps<Values, Output>) {
  const { t } = useMessages();
  return (
    <>
      <FileField
        {...field}
        label={t('import:file')}
        accept=".csv,.txt,.xlsx"
        maxBytes={largestFileMegabytes * 1_000_000}
      />
      {steps.known.unknown.length > 0 && <IgnoredColumns steps={steps} />}
      {steps.known.sheets.length > 1 && <SheetChoice steps={steps} />}
    </>
  );
}

function IgnoredColumns({ steps }: { readonly steps: ImportSteps }) {
  const { t } = useMessages();
  return (
    <fieldset className="kc-choices">
      <legend>{t('import:unknown-columns')}</legend>
      {steps.known.unknown.map((column) => (
        <label key={column} className="kc-choice">
          <input
            type="checkbox"
            checked={steps.choices.ignore.includes(column)}
            onChange={(event) => steps.ignore(column, event.target.checked)}
          />
          <span>{t('import:ignore-column', { column })}</span>
        </label>
      ))}
    </fieldset>
  );
}

function SheetChoice({ steps }: { readonly steps: ImportSteps }) {
  const { t } = useMessages();
  const id = `${steps.formId}-sheet`;
  const { sheets } = steps.known;
  const read = steps.choices.sheet ?? steps.checked?.outcome.source.sheet ?? null;
  return (
    <Field id={id} label={t('import:sheet')} help={t('import:sheet-help', { count: sheets.length })}>
      <Select
        id={id}
        aria-describedby={`${id}-help`}
        data={[...sheets]}
        value={read}
        onChange={(next) => next !== null && next !== read && steps.chooseSheet(next)}
        allowDeselect={false}
        rightSection={<Icon name="chevron-down" size={16} />}
        rightSectionPointerEvents="none"
        checkIconPosition="right"
        maxDropdownHeight={320}
      />
    </Field>
  );
}
