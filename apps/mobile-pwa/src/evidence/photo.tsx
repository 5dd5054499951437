import { formatTime } from '@kycuong/ui/format.ts';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { useEffect, useState } from 'react';
import { useMessages } from '../language.ts';
import { useField, usePerson } from '../shell/field-context.ts';
import { useLive } from '../shell/use-live.ts';
import { keptFile } from './kept-file.ts';

/** A photo by its hash, from this device; one taken on another device is named and not shown. */
export function Photo({ sha256, takenAt }: { readonly sha256: string; readonly takenAt: string }) {
  const { store } = useField();
  const { id } = usePerson();
  const { t } = useMessages();
  const kept = useLive(`photo ${sha256}`, async () => ({ file: await keptFile(store, id, sha256) }));
  const [address, setAddress] = useState<string>();
  const file = kept?.file;
  useEffect(() => {
    if (file === undefined) return;
    const made = URL.createObjectURL(new Blob([file.bytes], { type: file.mediaType }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  if (kept === undefined || (file && address === undefined)) return <span className="photo" />;
  if (file?.mediaType.startsWith('image/'))
    return (
      <a className="photo" href={address} target="_blank" rel="noreferrer">
        <img src={address} alt={t('field:walk.photo-of', { time: formatTime(takenAt) })} />
      </a>
    );
  return (
    <span className="photo photo--away">
      <Icon name={file ? 'document' : 'tablet'} size={24} />
      {file ? formatTime(takenAt) : t('field:walk.photo-elsewhere')}
    </span>
  );
}
