import { useMessages } from '../language.ts';

/** The way by which what is sealed here reaches the province without the code. */
export function ForgottenHandIn(_: { readonly account: string }) {
  const { t } = useMessages();
  return <p className="kc-meta">{t('field:lock.hand-in-text')}</p>;
}
