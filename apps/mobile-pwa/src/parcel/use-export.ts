import { useState } from 'react';
import { useField } from '../shell/field-context.ts';
import { exportTo, saveParcel } from './export-to.ts';
import type { MadeParcel } from './make-parcel.ts';
import { NoParcel } from './no-parcel.ts';
import type { ParcelScope } from './read-log.ts';

export interface Exporting {
  readonly busy: boolean;
  readonly problem: NoParcel['why'] | 'failed' | null;
  /** Made and not saved. */
  readonly others: readonly MadeParcel[];
  readonly make: () => Promise<void>;
  readonly save: (made: MadeParcel) => Promise<void>;
}

/** The export of what waits, from the tap to the last file that is saved. */
export function useExport(scope: ParcelScope): Exporting {
  const { store } = useField();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Exporting['problem']>(null);
  const [others, setOthers] = useState<readonly MadeParcel[]>([]);
  const make = async () => {
    setBusy(true);
    setProblem(null);
    setOthers([]);
    try {
      setOthers(await exportTo(store, scope));
    } catch (error) {
      setProblem(error instanceof NoParcel ? error.why : 'failed');
    }
    setBusy(false);
  };
  const save = async (made: MadeParcel) => {
    setOthers((left) => left.filter(({ id }) => id !== made.id));
    await saveParcel(store, made);
  };
  return { busy, problem, others, make, save };
}
