import { Button } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useState } from 'react';
import { useMessages } from '../language.ts';
import { useField, usePerson } from '../shell/field-context.ts';
import { useLive } from '../shell/use-live.ts';
import { sayCounts } from '../sync/say-status.ts';
import type { FieldStore } from '../sync/store.ts';
import { handInSealed } from './hand-in-sealed.ts';
import { sayProblem } from './say-problem.ts';

/** Others who wrote on this device and have something that the server does not hold. */
async function readOthers(store: FieldStore, own: string) {
  const authors = (await store.commands.orderBy('author').uniqueKeys())
    .map(String)
    .filter((id) => id !== own);
  const keys = await store.keys.toArray();
  const people = await Promise.all(
    authors.map(async (account) => {
      const written = await store.commands.where('author').equals(account).primaryKeys();
      const [answered, sealed, uploads] = await Promise.all([
        store.receipts.where('id').anyOf(written).primaryKeys(),
        store.sealedAnswers.where('id').anyOf(written).primaryKeys(),
        store.uploads.where('author').equals(account).toArray(),
      ]);
      const done = new Set([...answered, ...sealed]);
      return {
        account,
        name: keys.find((key) => key.account === account)?.person.fullName ?? null,
        records: written.filter((id) => !done.has(id)).length,
        photos: uploads.filter(({ receivedAt }) => receivedAt === null).length,
      };
    }),
  );
  return people.filter(({ records, photos }) => records + photos > 0);
}

/** A colleague's unsent work on this device, and the way to hand it in for him: sealed as it lies, in his name. */
export function ColleaguesWork() {
  const { store, sendParcel } = useField();
  const person = usePerson();
  const { t } = useMessages();
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const others = useLive(`others ${person.id}`, () => readOthers(store, person.id)) ?? [];
  if (others.length === 0) return null;
  const hand = async (account: string) => {
    setBusy(account);
    setProblem(null);
    try {
      await handInSealed(store, sendParcel, { account, visitId: null }, new Date());
    } catch (error) {
      setProblem(sayProblem(t, error));
    }
    setBusy(null);
  };
  return (
    <section>
      <h2>{t('field:parcel.others')}</h2>
      <p className="kc-meta">{t('field:parcel.others-lead')}</p>
      <ul className="parcel-files">
        {others.map(({ account, name, records, photos }) => (
          <li key={account}>
            <div>
              <b>{name ?? t('field:parcel.somebody')}</b>
              <span className="row-sub">
                {t('field:sync.to-send', { what: sayCounts(t, records, photos) })}
              </span>
              <Button
                size="touch"
                kind="line"
                icon="send"
                busy={busy === account}
                onClick={() => void hand(account)}
              >
                {t('field:parcel.send-for', { name: name ?? t('field:parcel.somebody') })}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {problem && (
        <Notice tone="soon" role="alert">
          {problem}
        </Notice>
      )}
    </section>
  );
}
