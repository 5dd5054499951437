import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useMessages } from '../language.ts';
import { useField } from '../shell/field-context.ts';
import { GoLink } from '../shell/go-link.tsx';
import { useLive } from '../shell/use-live.ts';
import { fact } from '../sync/facts.ts';

/** Said plainly, and nothing is blocked: capture goes on, only sending needs a sign-in. */
export function SessionEnded() {
  const { store } = useField();
  const { t } = useMessages();
  const known = useLive('signed-out', async () => ({
    ended: (await fact(store, 'signedOut')) === true,
    other: (await fact(store, 'otherSession')) ?? null,
  }));
  if (!known?.ended) return null;
  return (
    <Notice
      tone="soon"
      icon="key"
      acts={
        <GoLink to={{ name: 'sign-in' }} className="kc-button kc-button--line kc-button--touch">
          {t('field:sign-in.again')}
        </GoLink>
      }
    >
      {known.other === null
        ? t('field:sign-in.ended')
        : t('field:sign-in.other-session', { other: known.other })}
    </Notice>
  );
}
