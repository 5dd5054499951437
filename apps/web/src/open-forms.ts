import type { OpenForm } from '@kycuong/ui/form/open-form-context.ts';
import { differences } from './draft/differences.ts';

interface Opened {
  readonly read: () => object;
  /** As it was opened, or sent last. */
  readonly begun: object;
}

const forms = new Map<object, Opened>();
const keptForms = new WeakSet<object>();

/** A form is on the page from now on; gives back how to say that it is gone. */
export function openForm({ control, read }: OpenForm): () => void {
  forms.set(control, { read, begun: structuredClone(read()) });
  return () => forms.delete(control);
}

/** What is written in it is kept as a draft. */
export function keptAsDraft({ control }: { readonly control: object }): void {
  keptForms.add(control);
}

/** What is written in it has arrived. */
export function formSent({ control }: { readonly control: object }): void {
  const form = forms.get(control);
  if (form) openForm({ control, read: form.read });
}

/** The page goes, and the person knows. */
export function letFormsGo(): void {
  forms.clear();
}

const says = ({ mine }: { readonly mine: unknown }) => mine !== undefined && mine !== null && mine !== '';

/** Whether a form that nothing keeps says more than when it was opened. */
export function isTextLost(): boolean {
  return [...forms].some(
    ([control, { read, begun }]) => !keptForms.has(control) && differences(read(), begun).some(says),
  );
}
