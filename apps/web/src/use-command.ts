import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { notifyFailed } from '@kycuong/ui/console/notify.tsx';
import { applyFailure, applyRefusal, onlyAgain, type Refusal } from '@kycuong/ui/form/apply-refusal.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { type UseMutationOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { FieldValues, UseFormSetError } from 'react-hook-form';
import { wordsSent } from './draft/kept-words.ts';
import { failureText, isOvertaken, isSignedOut, refusalOf } from './refusal.ts';

interface Sent<Payload> {
  readonly id: string;
  readonly payload: Payload;
}

interface CommandEnds<Output, Values extends FieldValues> {
  /** The form whose fields a refusal is about; without it a refusal is a notification. */
  readonly form?: { readonly setError: UseFormSetError<Values>; readonly control: object };
  /** What follows; everything shown is asked for again after it, and where somebody else was first. */
  readonly onDone?: (output: Output) => void | Promise<void>;
  /** What follows where the server said no, once it is shown. */
  readonly onRefused?: (refusal: Refusal) => void | Promise<void>;
}

/**
 * Sends a command: `const { send, busy } = useCommand(trpc.area.verb.mutationOptions(), { form, onDone })`.
 * The same payload keeps its id until the server has answered, so a second press after a lost connection
 * takes effect once. Says whether the server did it.
 */
export function useCommand<Output, Problem, Payload, Context, Values extends FieldValues = FieldValues>(
  options: UseMutationOptions<Output, Problem, Sent<Payload>, Context>,
  { form, onDone, onRefused }: CommandEnds<Output, Values> = {},
): { readonly send: (payload: Payload) => Promise<boolean>; readonly busy: boolean } {
  const { t, language } = useMessages();
  const queries = useQueryClient();
  const { mutateAsync, isPending } = useMutation(options);
  const unanswered = useRef<{ readonly text: string; readonly id: string }>(null);

  const send = async (payload: Payload) => {
    const text = JSON.stringify(payload);
    const id = unanswered.current?.text === text ? unanswered.current.id : uuidV7();
    unanswered.current = { text, id };
    try {
      const output = await mutateAsync({ id, payload });
      unanswered.current = null;
      if (form) wordsSent(form);
      await onDone?.(output);
      await queries.invalidateQueries();
      return true;
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal) unanswered.current = null;
      const signedOut = isSignedOut(error);
      const words = signedOut ? t('shell:signed-out-unsent') : failureText(error, t);
      // The form is covered until its person is signed in again; a notification is not.
      if (form && signedOut) applyFailure(form.setError, t('shell:signed-in-again'), onlyAgain);
      else if (form && refusal) applyRefusal(form.setError, refusal, language);
      // What never arrived is said where it was written, and stays there.
      else if (form) applyFailure(form.setError, words);
      else notifyFailed(words, signedOut ? 'act' : 'late');
      if (refusal) await onRefused?.(refusal);
      if (isOvertaken(error)) await queries.invalidateQueries();
      return false;
    }
  };
  return { send, busy: isPending };
}
