import type { Translate } from '../i18n.ts';
import type { NamedField } from './form-frame.ts';
import { labelInSentence } from './plain-label.ts';

interface Said {
  readonly type?: string | number | undefined;
  readonly message?: string | undefined;
}

/** What is said at a field: of one that was left empty, what is to be done, by its own name. */
export function saidOf(
  { type, message = '' }: Said,
  { label, called = labelInSentence(label), asks }: Pick<NamedField, 'label' | 'called' | 'asks'>,
  t: Translate,
): string {
  return type === 'input.required' ? t(`parts:please-${asks}`, { name: called }) : message;
}
