import { limitOf } from '@kycuong/ui/form/form-schema.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { useMatch } from '@tanstack/react-router';
import { useLayoutEffect, useRef, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { useSignedInAgain } from '../page-owner.ts';
import { useAccount } from '../session.ts';
import { useLeaveGuard } from '../use-leave-guard.ts';
import { fitted } from './fitted.ts';
import { openWords, placeOfWords, whenSent } from './kept-words.ts';
import { keyInWindow, openCopies } from './open-copies.ts';
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

/**
 * Keeps a form that has no draft on this computer as it is typed, and goes on from there. `ids`: its fields that hold the id of what
 * comes of it; a field `seen`, the version that was shown, is always kept along.
 */
export function useKeptWords<Values extends FieldValues, Output>(
  form: UseFormReturn<Values, unknown, Output>,
  name: string,
  ids: readonly string[] = [],
): KeptWords {
  const { t } = useMessages();
  const { id } = useAccount();
  // Of the page on which it stands, also while the next one is being fetched.
  const path = useMatch({ strict: false, select: ({ pathname }) => pathname });
  const place = placeOfWords(id, path, name);
  const key = keyInWindow(place);
  const [{ own }] = useState(() => openCopies(place, null));
  const [keeper] = useState(
    () =>
      new WordsKeeper<Values>(key, {
        read: () => form.getValues(),
        along: ['seen', ...ids],
        isText: (field) => limitOf(form.control, field) !== undefined,
      }),
  );
  const isBegun = useRef(false);
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
    // Once: a page that waits for its data and is shown again has been typed on.
    if (own && !isBegun.current)
      form.reset(fitted(form.getValues(), own.content), { keepDefaultValues: true });
    isBegun.current = true;
    keeper.moveTo(key);
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
      put(keeper.begun);
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
