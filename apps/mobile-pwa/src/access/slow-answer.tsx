import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useEffect, useState } from 'react';
import { useMessages } from '../language.ts';

/** A person waits this long without a word. */
const patienceMs = 8_000;

/** Says that no answer has come yet, long before the try is given up; it goes on meanwhile. */
export function SlowAnswer({ busy }: { readonly busy: boolean }) {
  const { t } = useMessages();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!busy) return;
    const timer = setTimeout(() => setSlow(true), patienceMs);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [busy]);
  if (!slow) return null;
  return (
    <Notice role="status" icon="cloud-off">
      {t('field:sign-in.slow')}
    </Notice>
  );
}
