import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { DefaultValues, FieldValues, UseFormReturn } from 'react-hook-form';
import { useSignedInAgain } from '../page-owner.ts';
import { failureText, isSignedOut, refusalOf } from '../refusal.ts';
import { useLeaveGuard } from '../use-leave-guard.ts';
import { DraftKeeper, type SaveFailure } from './draft-keeper.ts';
import type { DraftContent, DraftSource, KeptDraft } from './draft-source.ts';
import { fitted } from './fitted.ts';
import { dropLocal, type LeftCopy } from './local-copy.ts';
import { openDraft } from './open-drafts.ts';
import type { Saving } from './saving.ts';
import type { StartingDraft } from './starting-draft.ts';

export interface BegunDraft {
  readonly source: DraftSource;
  readonly start: StartingDraft;
  /** What other windows of this computer have left of it. */
  readonly others: readonly LeftCopy[];
}

export interface Draft {
  readonly saving: Saving;
  /** The form began with what was kept before. */
  readonly continued: boolean;
  /** What was saved elsewhere meanwhile, beside what stands here; nothing is saved until one is chosen. */
  readonly theirs: KeptDraft | 'gone' | null;
  readonly mine: () => DraftContent;
  /** Tells of every key, for what shows what stands here. */
  readonly follow: (told: () => void) => () => void;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
  /** What other windows of this computer have left of the form, and the server does not have. */
  readonly others: readonly LeftCopy[];
  readonly takeOther: (other: LeftCopy) => void;
  readonly dropOther: (other: LeftCopy) => void;
  /** Undefined where there is nothing to throw away, or not by one person alone. */
  readonly discard: (() => void) | undefined;
  /** Undefined where nothing was thrown away. */
  readonly restore: (() => void) | undefined;
  /** Sends the form itself; while it is under way nothing is saved. */
  readonly during: (send: () => Promise<boolean>) => Promise<void>;
}

interface Ways<Values extends FieldValues> {
  readonly empty: () => DefaultValues<Values>;
  /** What of the form is kept; by default all of it. */
  readonly kept?: (values: Values) => DraftContent;
}

/** These pass by themselves. */
const passing = /^(access\.throttled|system\..*)$/;

/** Keeps a form as it is filled in, and goes on from where it was left. */
export function useDraft<Values extends FieldValues, Output>(
  form: UseFormReturn<Values, unknown, Output>,
  { source, start, others: leftOthers }: BegunDraft,
  { empty, kept = (values) => values }: Ways<Values>,
): Draft {
  const { t } = useMessages();
  const translate = useRef(t);
  translate.current = t;
  const [saving, setSaving] = useState<Saving>(
    start.theirs !== null
      ? { kind: 'asking' }
      : source.kept
        ? { kind: 'saved', at: source.kept.savedAt }
        : { kind: 'new' },
  );
  const [theirs, setTheirs] = useState<KeptDraft | 'gone' | null>(start.theirs);
  const [others, setOthers] = useState(leftOthers);
  const [left, setLeft] = useState(start.left);
  const [continued, setContinued] = useState(start.content !== null);
  const mine = () => kept(form.getValues());
  const [keeper] = useState(
    () =>
      new DraftKeeper({
        source,
        start,
        read: mine,
        failureOf: (error): SaveFailure => {
          if (error instanceof DomainError) return { reason: translate.current(`errors:${error.key}`) };
          const refusal = refusalOf(error);
          if (refusal === undefined || isSignedOut(error) || passing.test(refusal.key)) return 'later';
          if (refusal.key === 'draft.newer' || refusal.key === 'draft.gone') return 'newer';
          return { reason: failureText(error, translate.current) };
        },
        onSaving: setSaving,
        onTheirs: setTheirs,
      }),
  );

  useEffect(() => {
    keeper.come();
    const save = () => void keeper.save();
    const hide = () => {
      if (document.visibilityState === 'hidden') save();
    };
    const close = openDraft(keeper);
    const unsubscribe = form.subscribe({ formState: { values: true }, callback: () => keeper.changed() });
    document.addEventListener('visibilitychange', hide);
    window.addEventListener('online', save);
    return () => {
      unsubscribe();
      document.removeEventListener('visibilitychange', hide);
      window.removeEventListener('online', save);
      void keeper.leave().then(close);
    };
  }, [form, keeper]);
  useSignedInAgain(() => void keeper.goOn());
  useLeaveGuard(() => (saving.kind === 'failed' || saving.kind === 'asking') && keeper.atRisk, {
    title: t('draft:leave-title'),
    text: t('draft:leave-text'),
  });

  /** What is kept nowhere, a password, comes from nowhere either. */
  const keptOf = (content: DraftContent) => {
    const values = form.getValues();
    const known = kept(values);
    return Object.fromEntries(
      Object.entries(content).filter(([field]) => field in known || !(field in values)),
    );
  };
  const put = (content: DraftContent | null) => form.reset(fitted(empty(), content && keptOf(content)));
  const discard = () => {
    const empty = () => {
      setLeft(mine());
      setContinued(false);
      put(null);
    };
    void keeper
      .discard(empty)
      .catch((error: unknown) => setSaving({ kind: 'failed', reason: failureText(error, t) }));
  };
  const follow = useCallback(
    (told: () => void) => form.subscribe({ formState: { values: true }, callback: told }),
    [form],
  );
  const forget = (other: LeftCopy) => {
    dropLocal(other.key);
    setOthers((all) => all.filter((one) => one !== other));
  };
  return {
    saving,
    continued,
    theirs,
    others,
    mine,
    follow,
    takeOther: (other) => {
      setLeft(mine());
      put(other.copy.content);
      keeper.changed();
      if (!keeper.atRisk) forget(other);
    },
    dropOther: (other) => {
      forget(other);
      setLeft(other.copy.content);
    },
    keepMine: () => {
      if (theirs !== null) void keeper.keepMine(theirs);
      setTheirs(null);
    },
    takeTheirs: () => {
      if (theirs === null) return;
      // What stood here can be taken back for as long as the page is open.
      setLeft(mine());
      put(theirs === 'gone' ? null : theirs.content);
      keeper.takeTheirs(theirs);
      setSaving(theirs === 'gone' ? { kind: 'new' } : { kind: 'saved', at: theirs.savedAt });
      setTheirs(null);
    },
    discard: source.discard && saving.kind !== 'new' && theirs === null ? discard : undefined,
    restore: left
      ? () => {
          const here = mine();
          put(left);
          keeper.changed();
          // What was begun here meanwhile gives way, and can be had back in the same way.
          setLeft(saving.kind === 'new' ? null : here);
        }
      : undefined,
    during: (send) => keeper.during(send),
  };
}
