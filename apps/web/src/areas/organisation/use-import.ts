import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { applyRefusal } from '@kycuong/ui/form/apply-refusal.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { type ImportedList, type ImportOutcome, ImportRefused, sendImport } from './send-import.ts';

/** What was looked through, as it was then: exactly this is imported. */
interface Checked {
  readonly file: File;
  readonly input: object;
  readonly id: string;
  readonly outcome: ImportOutcome;
}

export interface ImportSteps {
  readonly checked: Checked | undefined;
  readonly done: ImportOutcome | undefined;
  readonly busy: boolean;
  readonly check: (file: File, input: object) => Promise<void>;
  /** `also`: what is added to the input now that the report is known. */
  readonly carryOut: (also?: object) => Promise<void>;
  readonly again: () => void;
}

/**
 * The two steps of every import: look through, then import what was looked through. Changing anything in the form
 * takes the report back, and the same file keeps its id until the server has answered.
 */
export function useImport<Values extends FieldValues, Output>(
  list: ImportedList,
  form: UseFormReturn<Values, unknown, Output>,
): ImportSteps {
  const { t, language } = useMessages();
  const queries = useQueryClient();
  const [checked, setChecked] = useState<Checked>();
  const [done, setDone] = useState<ImportOutcome>();
  const [busy, setBusy] = useState(false);

  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: () => setChecked(undefined) }),
    [form],
  );

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      if (error instanceof ImportRefused) applyRefusal(form.setError, error.refusal, language);
      else form.setError('root.refused', { message: t('shell:no-connection') });
    } finally {
      setBusy(false);
    }
  };

  return {
    checked,
    done,
    busy,
    check: (file, input) =>
      attempt(async () => {
        const id = uuidV7();
        const outcome = await sendImport({ list, file, input, id, dryRun: true });
        setChecked({ file, input, id, outcome });
      }),
    carryOut: (also = {}) =>
      attempt(async () => {
        if (checked === undefined) return;
        const { file, id } = checked;
        const input = { ...checked.input, ...also };
        setDone(await sendImport({ list, file, input, id, dryRun: false }));
        await queries.invalidateQueries();
      }),
    again: () => {
      form.reset();
      setChecked(undefined);
      setDone(undefined);
    },
  };
}
