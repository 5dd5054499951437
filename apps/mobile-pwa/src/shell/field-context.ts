import { createContext, useContext } from 'react';
import type { SendParcel } from '../parcel/hand-in-parcel.ts';
import type { Hand } from '../sync/log-command.ts';
import type { FieldServer } from '../sync/server.ts';
import type { Sync } from '../sync/start-sync.ts';
import type { FieldStore, Person } from '../sync/store.ts';

export interface Field {
  readonly store: FieldStore;
  readonly server: FieldServer;
  readonly sync: Sync;
  readonly device: string;
  readonly sendParcel: SendParcel;
}

export const FieldContext = createContext<Field | undefined>(undefined);
export const PersonContext = createContext<Person | undefined>(undefined);

export function useField(): Field {
  const field = useContext(FieldContext);
  if (field === undefined) throw new Error('outside of the app');
  return field;
}

/** Who writes: the person who signed in on this device last, also while offline. */
export function usePerson(): Person {
  const person = useContext(PersonContext);
  if (person === undefined) throw new Error('nobody is here');
  return person;
}

/** Makes the hand that writes now. */
export function useHand(): () => Hand {
  const { store, device } = useField();
  const { id } = usePerson();
  return () => ({ store, device, author: id, nowMs: Date.now() });
}
