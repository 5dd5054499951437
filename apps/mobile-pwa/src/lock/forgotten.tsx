import { Button } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useState } from 'react';
import { useMessages } from '../language.ts';
import { useField } from '../shell/field-context.ts';
import { GoLink } from '../shell/go-link.tsx';
import { useLive } from '../shell/use-live.ts';
import { dropFact } from '../sync/facts.ts';
import { sayCounts } from '../sync/say-status.ts';
import type { Person, StoredKey } from '../sync/store.ts';
import { ForgottenHandIn } from './forgotten-hand-in.tsx';
import { mayStartAnew, startAnew, unfinishedOf, unsentOf } from './start-anew.ts';

/** What a forgotten code means, and the ways on. Nothing that was recorded is destroyed by any of them. */
export function Forgotten({ person, stored }: { readonly person: Person; readonly stored: StoredKey }) {
  const { store, server } = useField();
  const { t } = useMessages();
  const [failed, setFailed] = useState(false);
  /** How many unfinished things the person lets go. */
  const [told, setTold] = useState(0);
  const [busy, setBusy] = useState(false);
  const known = useLive(`forgotten ${person.id}`, async () => ({
    unsent: await unsentOf(store, person.id),
    mayStart: await mayStartAnew(store, person.id),
    unfinished: await unfinishedOf(store, person.id),
  }));
  if (known === undefined) return null;
  const { unsent, mayStart, unfinished } = known;
  const isToBeSaid = mayStart && unfinished > told;
  const what = sayCounts(t, unsent.records, unsent.photos);
  const begin = async () => {
    setBusy(true);
    setFailed(false);
    try {
      // The password is asked for anew before a new code is set: whoever holds the tablet is not let in by this.
      await server.signOut();
      if (await startAnew(store, person.id, new Date(), told)) await dropFact(store, 'person');
    } catch {
      setFailed(true);
    }
    setBusy(false);
  };
  return (
    <main className="sign-in">
      <h1>{t('field:forgotten.title')}</h1>
      <p className="lead">{t('field:forgotten.lead')}</p>
      {stored.byRecovery === null && (
        <Notice tone="soon" icon="warning">
          {t('field:forgotten.no-recovery')}
        </Notice>
      )}
      <section className="forgotten-step">
        <h2>{t('field:forgotten.hand-in')}</h2>
        {what === '' ? (
          <p>{t('field:forgotten.all-handed-in')}</p>
        ) : (
          <>
            <p>{t('field:forgotten.still-here', { what })}</p>
            <ForgottenHandIn account={person.id} />
          </>
        )}
      </section>
      <section className="forgotten-step">
        <h2>{t('field:forgotten.anew')}</h2>
        <p>{t(mayStart ? 'field:forgotten.anew-text' : 'field:forgotten.anew-not-yet')}</p>
        {mayStart && unfinished > 0 && (
          <Notice tone="soon" icon="warning" role="alert">
            {t('field:forgotten.unfinished', { count: unfinished })}
          </Notice>
        )}
        {isToBeSaid ? (
          <Button size="touch" kind="line" onClick={() => setTold(unfinished)}>
            {t('field:forgotten.let-go')}
          </Button>
        ) : (
          <Button size="touch" kind="line" busy={busy} disabled={!mayStart} onClick={() => void begin()}>
            {t('field:forgotten.anew-act')}
          </Button>
        )}
        {failed && (
          <Notice tone="soon" role="alert">
            {t('field:forgotten.anew-offline')}
          </Notice>
        )}
      </section>
      <GoLink to={{ name: 'visits' }} className="text-link">
        {t('field:forgotten.back')}
      </GoLink>
    </main>
  );
}
