import { formatTime } from '@kycuong/ui/format.ts';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { useEffect, useState } from 'react';
import { useMessages } from '../language.ts';
import { useField } from '../shell/field-context.ts';
import { useLive } from '../shell/use-live.ts';

/** A photo by its hash, from this device; one taken on another device is named and not shown. */
export function Photo({ sha256, takenAt }: { readonly sha256: string; readonly takenAt: string }) {
  const { store } = useField();
  const { t } = useMessages();
  const kept = useLive(`photo ${sha256}`, async () => ({ row: await store.evidence.get(sha256) }));
  const [address, setAddress] = useState<string>();
  const blob = kept?.row?.blob;
  useEffect(() => {
    if (blob === undefined) return;
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  if (kept === undefined || (blob && address === undefined)) return <span className="photo" />;
  if (blob?.type.startsWith('image/'))
    return (
      <a className="photo" href={address} target="_blank" rel="noreferrer">
        <img src={address} alt={t('field:walk.photo-of', { time: formatTime(takenAt) })} />
      </a>
    );
  return (
    <span className="photo photo--away">
      <Icon name={blob ? 'document' : 'tablet'} size={24} />
      {blob ? formatTime(takenAt) : t('field:walk.photo-elsewhere')}
    </span>
  );
}
