import { useMessages } from '@kycuong/ui/i18n.ts';
import { useLocation } from '@tanstack/react-router';
import { useLayoutEffect, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { useSignedInAgain } from '../page-owner.ts';
import { useAccount } from '../session.ts';
import { useLeaveGuard } from '../use-leave-guard.ts';
import { fitted } from './fitted.ts';
import { openWords, placeOfWords, whenSent } from './kept-words.ts';
import { openCopies } from './open-copies.ts';
import { openDraft } from './open-drafts.ts';
import { WordsKeeper } from './words-keeper.ts';

export interface KeptWords {
  /** When the words with which the form began were typed; undefined where it began as usual. */
  readonly typedAt: Date | undefined;
  /** The form as if nothing had been typed. */
  readonly discard: () => void;
  /** Undefined where nothing was thrown away. */
  readonly restore: (() => void) | undefined;
  /** The form is left by its own way out. */
  readonly giveUp: () => void;
}

/** Keeps a form that has no draft on this computer as it is typed, and goes on from there. */
export function useKeptWords<Values extends FieldValues, Output>(
  form: UseFormReturn<Values, unknown, Output>,
  name: string,
): KeptWords {
  const { t } = useMessages();
  const { id } = useAccount();
  const { pathname } = useLocation();
  const [{ key, own }] = useState(() => openCopies(placeOfWords(id, pathname, name), null));
  const [keeper] = useState(() => new WordsKeeper(key, () => form.getValues()));
  const [typedAt, setTypedAt] = useState(own === null ? undefined : new Date(own.at));
  const [left, setLeft] = useState<Values>();
  const put = (values: Values) => form.reset(values, { keepDefaultValues: true });

  // Before the page is seen: neither an empty form nor the hint that there are words is shown first.
  useLayoutEffect(() => {
    const closings = [openDraft(keeper), openWords(key)];
    whenSent(form.control, () => {
      keeper.sent();
      setTypedAt(undefined);
      setLeft(undefined);
    });
    if (own) form.reset(fitted(form.getValues(), own.content), { keepDefaultValues: true });
    const unsubscribe = form.subscribe({ formState: { values: true }, callback: () => keeper.changed() });
    return () => {
      unsubscribe();
      for (const close of closings) close();
    };
  }, [form, keeper, key, own]);
  useSignedInAgain(() => keeper.goOn());
  useLeaveGuard(() => keeper.atRisk, { title: t('draft:leave-title'), text: t('draft:leave-text') });

  return {
    typedAt,
    discard: () => {
      setLeft(form.getValues());
      setTypedAt(undefined);
      put(fitted(form.getValues(), keeper.begun));
      keeper.changed();
    },
    restore:
      left &&
      (() => {
        setLeft(undefined);
        put(left);
        keeper.changed();
      }),
    giveUp: () => keeper.giveUp(),
  };
}
