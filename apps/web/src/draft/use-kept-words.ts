import { fieldsOf, limitOf } from '@kycuong/ui/form/form-schema.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { useMatch } from '@tanstack/react-router';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { useSignedInAgain } from '../page-owner.ts';
import { useAccount } from '../session.ts';
import { useLeaveGuard } from '../use-leave-guard.ts';
import { noteBegun } from './begun-drafts.ts';
import { openWords, placeOfWords, takeWords, whenSent } from './kept-words.ts';
import { type LocalCopy, localCopy } from './local-copy.ts';
import { keyInWindow } from './open-copies.ts';
import { openDraft } from './open-drafts.ts';
import { withTyped } from './typed-fields.ts';
import { WordsKeeper } from './words-keeper.ts';

/** A form among those that are kept. */
export interface KeptAs {
  /** What tells it from every other form of its page; with the thing it is about, where the page has several. */
  readonly name: string;
  /** How people call it, where they find its words again. */
  readonly title: string;
  /** Its fields that hold the id of what comes of it: sent once more after a kill it is the same. */
  readonly ids?: readonly string[] | undefined;
}

export interface KeptWords {
  /** When the words with which the form goes on were typed; undefined where it began as usual. */
  readonly typedAt: Date | undefined;
  /** This computer keeps nothing: its storage is full, or forbidden. */
  readonly isAtRisk: boolean;
  /** The form as if nothing had been typed. */
  readonly discard: () => void;
  /** Undefined where nothing was thrown away. */
  readonly restore: (() => void) | undefined;
  /** The form is left by its own way out. */
  readonly giveUp: () => void;
}

const isEmpty = (value: unknown) => value === undefined || value === null || value === '';

/** Keeps a form that has no draft on this computer as it is typed, and goes on from there. A field `seen` is always kept along. */
export function useKeptWords<Values extends FieldValues, Output>(
  form: UseFormReturn<Values, unknown, Output>,
  { name, title, ids = [] }: KeptAs,
): KeptWords {
  const { t } = useMessages();
  const { id } = useAccount();
  // Of the page on which it stands, also while the next one is being fetched.
  const path = useMatch({ strict: false, select: ({ pathname }) => pathname });
  const place = placeOfWords(id, path, name);
  const key = keyInWindow(place);
  const titleNow = useRef(title);
  titleNow.current = title;
  const along = ['seen', ...ids];
  const [keeper] = useState(
    () =>
      new WordsKeeper<Values>(key, {
        title: () => titleNow.current,
        read: () => form.getValues(),
        along,
        isText: (field) => limitOf(form.control, field) !== undefined,
      }),
  );
  const isBegun = useRef(false);
  const [typedAt, setTypedAt] = useState<Date>();
  const [isAtRisk, setAtRisk] = useState(false);
  const [left, setLeft] = useState<Values>();
  const put = (values: Values) => form.reset(values, { keepDefaultValues: true });

  const goOn = ({ content, at }: LocalCopy) => {
    // What nobody sees in the form is the page's own: of whom it is, of what.
    const named = [...(fieldsOf(form.control) ?? Object.keys(content))];
    const isTyped = (field: string) =>
      along.includes(field) ||
      named.some((one) => one === field || one.startsWith(`${field}.`)) ||
      (field in keeper.begun && isEmpty(keeper.begun[field]));
    const typed = Object.fromEntries(Object.entries(content).filter(([field]) => isTyped(field)));
    put(withTyped(form.getValues(), typed));
    setTypedAt(new Date(at));
  };
  const begin = useRef(goOn);
  begin.current = goOn;

  // Before the page is seen, that the hint at words is not shown where their form is.
  useLayoutEffect(() => {
    const closings = [openDraft(keeper), openWords(key)];
    whenSent(form.control, () => {
      keeper.sent();
      setTypedAt(undefined);
      setLeft(undefined);
    });
    keeper.moveTo(key);
    const callback = () => {
      keeper.changed();
      setAtRisk(keeper.atRisk);
    };
    const unsubscribe = form.subscribe({ formState: { values: true }, callback });
    return () => {
      unsubscribe();
      for (const close of closings) close();
    };
  }, [form, keeper, key]);

  // Once: a page that waits for its data and is shown again has been typed on.
  useEffect(() => {
    if (isBegun.current) return;
    isBegun.current = true;
    noteBegun({ key, kept: null });
    const own = localCopy(key);
    if (own) return begin.current(own);
    void takeWords(place, key).then((copy) => {
      if (copy && !keeper.isTyped) begin.current(copy);
    });
  }, [keeper, key, place]);
  useSignedInAgain(() => keeper.goOn());
  useLeaveGuard(() => keeper.atRisk, { title: t('draft:leave-title'), text: t('draft:leave-text') });

  return {
    typedAt,
    isAtRisk,
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
        setTypedAt(new Date());
        put(left);
        keeper.changed();
      }),
    giveUp: () => keeper.giveUp(),
  };
}
