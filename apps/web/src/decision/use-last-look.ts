import { useEffect, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';

interface LookedAt<Payload> {
  /** As the form was when it was sent; undefined while there is nothing to look at. */
  readonly payload: Payload | undefined;
  readonly open: (payload: Payload) => void;
  readonly close: () => void;
}

/** Between the form and its act: what was sent is looked at first, and whoever types on is asked anew. */
export function useLastLook<Values extends FieldValues, Payload>(
  form: UseFormReturn<Values, unknown, Payload>,
): LookedAt<Payload> {
  const [payload, setPayload] = useState<Payload>();
  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: () => setPayload(undefined) }),
    [form],
  );
  return { payload, open: setPayload, close: () => setPayload(undefined) };
}
