import type { InputIssue } from '@kycuong/domain/error/domain-error.ts';
import { createContext, useContext } from 'react';

/** What an empty field asks for. */
export type Asked = 'enter' | 'choose' | 'tick';

export type JudgeField = (value: unknown) => Omit<InputIssue, 'field'> | undefined;

export interface NamedField {
  readonly label: string;
  /** Inside a sentence, where that is not the label made small. */
  readonly called?: string | undefined;
  readonly asks: Asked;
  /** Of several like it: the row in which it stands. */
  readonly row: string | undefined;
  readonly judge: JudgeField | undefined;
}

/** What a form lends to its fields: a prefix of ids, and what each is called, for the summary. */
export interface FormFrame {
  readonly prefix: string;
  readonly fields: Map<string, NamedField>;
  /** The fields that were there when the form was sent last: only these were left empty, a row added since was not. */
  readonly judged?: Set<string>;
}

export const FormFrameContext = createContext<FormFrame>({ prefix: '', fields: new Map() });

/** The row around a field that has the same label in each: `Yêu cầu 2`. */
export const FormRowContext = createContext<string | undefined>(undefined);

/** Whether a field is empty because nobody has come to it yet. */
export function isNew(frame: FormFrame, name: string): boolean {
  return frame.judged !== undefined && !frame.judged.has(name);
}

/** The id of a field's control; also tells the form how the field is called. */
export function useNamedField(name: string, named: Omit<NamedField, 'row'>): string {
  const { prefix, fields } = useContext(FormFrameContext);
  const row = useContext(FormRowContext);
  fields.set(name, { ...named, row });
  return `${prefix}${name}`;
}
