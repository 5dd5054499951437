import { createContext, useContext } from 'react';

/** What a form lends to its fields: a prefix of ids, and a list of labels for the summary, in the order drawn. */
export interface FormFrame {
  readonly prefix: string;
  readonly labels: Map<string, string>;
}

export const FormFrameContext = createContext<FormFrame>({ prefix: '', labels: new Map() });

/** The id of a field's control; also tells the form how the field is called. */
export function useFieldId(name: string, label: string): string {
  const { prefix, labels } = useContext(FormFrameContext);
  labels.set(name, label);
  return `${prefix}${name}`;
}
