import { DomainForm } from '@kycuong/ui/form/domain-form.tsx';
import type { ReactNode } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { GiveUpContext } from '../decision/give-up-context.ts';
import { KeptWordsNotice } from './kept-words-notice.tsx';
import { type KeptAs, useKeptWords } from './use-kept-words.ts';

interface KeptFormProps<Input extends FieldValues, Output> extends KeptAs {
  readonly form: UseFormReturn<Input, unknown, Output>;
  readonly ids?: readonly (keyof Input & string)[];
  readonly id?: string;
  readonly onSubmit: (payload: Output) => unknown;
  readonly children: ReactNode;
}

/** A form that is sent in one go: what is typed in it stays on this computer until then, also when the page is killed. */
export function KeptForm<Input extends FieldValues, Output>({
  name,
  title,
  ids,
  children,
  ...form
}: KeptFormProps<Input, Output>) {
  const words = useKeptWords(form.form, { name, title, ids });
  return (
    <GiveUpContext value={words.giveUp}>
      <DomainForm {...form}>
        <KeptWordsNotice words={words} />
        {children}
      </DomainForm>
    </GiveUpContext>
  );
}
