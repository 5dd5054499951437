import { errorText } from '@kycuong/domain/error/catalogue.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { applyRefusal, type Refusal } from '@kycuong/ui/form/apply-refusal.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { wordsSent } from '../../draft/kept-words.ts';
import { failureText } from '../../refusal.ts';
import { holdFile } from './hold-file.ts';
import {
  type ImportChoices,
  type ImportedList,
  type ImportOutcome,
  ImportRefused,
  type Question,
  sendImport,
} from './send-import.ts';

/** What was looked through, as it was then: exactly this is imported. */
interface Checked {
  readonly file: File;
  readonly input: object;
  readonly choices: ImportChoices;
  readonly id: string;
  readonly outcome: ImportOutcome;
}

const noChoices: ImportChoices = { sheet: undefined, ignore: [], confirmed: [] };

/** What is known of the chosen file from earlier checks, so that a choice can be taken back. */
interface Known {
  readonly unknown: readonly string[];
  readonly sheets: readonly string[];
  readonly questions: readonly Question[];
}
const nothing: Known = { unknown: [], sheets: [], questions: [] };

export type ImportSteps = ReturnType<typeof useImport>;

/**
 * The two steps of every import: look through, then import what was looked through. Changing anything in the form
 * takes the report back, and the same file keeps its id until the server has answered.
 */
export function useImport<Values extends FieldValues, Output>(
  list: ImportedList,
  form: UseFormReturn<Values, unknown, Output>,
) {
  const { t, language } = useMessages();
  const queries = useQueryClient();
  const formId = useId();
  const [choices, setChoices] = useState(noChoices);
  const [known, setKnown] = useState(nothing);
  const [checked, setChecked] = useState<Checked>();
  const [done, setDone] = useState<ImportOutcome>();
  const [failure, setFailure] = useState<string>();
  const [doing, setDoing] = useState<'checking' | 'importing'>();
  const running = useRef(false);
  // Read by a check that begins before what was chosen is on the page.
  const chosen = useRef(noChoices);
  const seen = useRef<FieldValues>({});

  const choose = (next: ImportChoices) => {
    chosen.current = next;
    setChoices(next);
  };

  useEffect(() => {
    // Told of more than changes: a field that was left says its value again.
    const callback = ({ values }: { values: FieldValues }) => {
      const before = seen.current;
      seen.current = { ...values };
      if (isSameInput(before, values)) return;
      const sameFile = before.file === values.file;
      // A yes was said to what the check found with the days of then.
      chosen.current = sameFile ? { ...chosen.current, confirmed: [] } : noChoices;
      setChoices(chosen.current);
      setKnown((known) => (sameFile ? { ...known, questions: [] } : nothing));
      setChecked(undefined);
      setFailure(undefined);
    };
    return form.subscribe({ formState: { values: true }, callback });
  }, [form]);

  /** Once at a time, however often it is pressed. */
  const alone = async (
    what: 'checking' | 'importing',
    work: () => Promise<void>,
    otherwise: (error: unknown) => void,
  ) => {
    if (running.current) return;
    running.current = true;
    setDoing(what);
    setFailure(undefined);
    await work().catch(otherwise);
    running.current = false;
    setDoing(undefined);
  };

  const refuseCheck = (error: unknown) => {
    setChecked(undefined);
    if (!(error instanceof ImportRefused)) {
      form.setError('root.refused', { message: failureText(error, t) });
      return;
    }
    const columns = unknownIn(error.refusal);
    setKnown((before) => ({ ...before, unknown: [...new Set([...before.unknown, ...columns])] }));
    const { key, details, issues } = error.refusal;
    applyRefusal(form.setError, { key, details, issues: columns.length > 0 ? [] : issues }, language);
  };

  const sayFailure = (error: unknown) =>
    setFailure(
      error instanceof ImportRefused
        ? errorText(error.refusal.key, language, error.refusal.details)
        : failureText(error, t),
    );

  return {
    list,
    formId,
    choices,
    known,
    checked,
    done,
    failure,
    busy: doing !== undefined,
    checking: doing === 'checking',
    /** Answers have been given since the check; what would be imported is not known yet. */
    unsettled: checked !== undefined && !isSame(checked.choices.confirmed, choices.confirmed),
    check: ({ file, ...input }: { file: File } & Readonly<Record<string, unknown>>) =>
      alone(
        'checking',
        async () => {
          const [began, now] = [seen.current, chosen.current];
          const held = await holdFile(file);
          const id = uuidV7();
          const outcome = await sendImport({ list, file: held, input, choices: now, id, dryRun: true });
          if (!isSameInput(began, seen.current)) return;
          setKnown((before) => withFound(before, outcome, now.confirmed));
          setChecked({ file: held, input, choices: now, id, outcome });
        },
        refuseCheck,
      ),
    /** Sends the form once more, with what was chosen since. */
    checkAgain: () => resubmit(formId),
    chooseSheet: (sheet: string) => {
      setChecked(undefined);
      choose({ ...chosen.current, sheet });
      resubmit(formId);
    },
    ignore: (column: string, yes: boolean) => {
      setChecked(undefined);
      choose({ ...chosen.current, ignore: withOrWithout(chosen.current.ignore, [column], yes) });
    },
    answer: (ids: readonly string[], yes: boolean) =>
      choose({ ...chosen.current, confirmed: withOrWithout(chosen.current.confirmed, ids, yes) }),
    /** `also`: what is added to the input now that the report is known. */
    carryOut: (also: object = {}) =>
      alone(
        'importing',
        async () => {
          if (checked === undefined) return;
          const input = { ...checked.input, ...also };
          setDone(await sendImport({ ...checked, list, input, dryRun: false }));
          wordsSent(form);
          await queries.invalidateQueries();
        },
        sayFailure,
      ),
    again: () => {
      form.reset();
      setDone(undefined);
    },
  };
}

function unknownIn({ issues }: Refusal): string[] {
  return issues.flatMap(({ field, details: { column } }) =>
    field === 'ignore' && typeof column === 'string' ? [column] : [],
  );
}

/** A question with a yes is asked no more, but stays to be taken back. One that a no elsewhere did away with does not. */
function withFound(before: Known, { source, asked }: ImportOutcome, confirmed: readonly string[]): Known {
  const answered = before.questions.filter(({ id }) => confirmed.includes(id));
  const questions = new Map([...answered, ...asked].map((question) => [question.id, question]));
  const { sheet, otherSheets } = source;
  const sheets = sheet === null ? [] : [sheet, ...otherSheets];
  return {
    ...before,
    // In the order in which they were first said: a choice must not jump from its place.
    sheets: isSame(before.sheets, sheets) ? before.sheets : sheets,
    questions: [...questions.values()].sort((one, other) => one.line - other.line),
  };
}

/** The same file with the same words beside it. */
function isSameInput({ file, ...words }: FieldValues, { file: other, ...otherWords }: FieldValues): boolean {
  return file === other && JSON.stringify(words) === JSON.stringify(otherWords);
}

function withOrWithout(all: readonly string[], some: readonly string[], yes: boolean): readonly string[] {
  const others = all.filter((one) => !some.includes(one));
  return yes ? [...others, ...some] : others;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((part) => other.includes(part));
}

function resubmit(formId: string): void {
  const form = document.getElementById(formId);
  if (form instanceof HTMLFormElement) form.requestSubmit();
}
