import { formatBytes } from '@kycuong/ui/format.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { useEffect, useState } from 'react';
import { useMessages } from '../language.ts';

/** Whether the browser has promised to keep the data, and how much room is left. */
export function StorageFacts() {
  const { t, language } = useMessages();
  const [facts, setFacts] = useState<{ kept: boolean; free: number | null }>();
  const look = async () => {
    const [kept, { quota, usage }] = await Promise.all([
      navigator.storage.persisted(),
      navigator.storage.estimate(),
    ]);
    setFacts({ kept, free: quota === undefined || usage === undefined ? null : quota - usage });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at once when the page opens
  useEffect(() => void look(), []);
  if (facts === undefined) return null;
  return (
    <section>
      <h2>{t('field:outbox.storage')}</h2>
      <p>{t(facts.kept ? 'field:outbox.storage-kept' : 'field:outbox.storage-not-kept')}</p>
      {facts.free !== null && (
        <p className="kc-meta">
          {t('field:outbox.storage-free', { size: formatBytes(facts.free, language) })}
        </p>
      )}
      {!facts.kept && (
        <Button size="touch" onClick={() => void navigator.storage.persist().then(look)}>
          {t('field:outbox.storage-ask')}
        </Button>
      )}
    </section>
  );
}
