import type { EvidenceView } from '@kycuong/domain/visit/visit-view.ts';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../language.ts';
import { isReadable } from '../lock/seal-rows.ts';
import { useField, usePerson } from '../shell/field-context.ts';
import { useLive } from '../shell/use-live.ts';
import { useSeen } from '../shell/use-seen.ts';
import type { FieldStore } from '../sync/store.ts';
import { keptFile } from './kept-file.ts';
import { sayWhen } from './say-when.ts';

interface Shown {
  readonly picture: Uint8Array<ArrayBuffer> | null;
  readonly here: boolean;
}

/** The small picture; the whole photo only where none was made, which was so before there were small ones. */
async function readShown(store: FieldStore, account: string, sha256: string): Promise<Shown> {
  const thumbnail = await store.thumbnails.get([account, sha256]);
  if (isReadable(thumbnail)) return { picture: thumbnail.bytes, here: true };
  const file = await keptFile(store, account, sha256);
  return { picture: file?.mediaType.startsWith('image/') ? file.bytes : null, here: file !== undefined };
}

type PhotoProps = Pick<EvidenceView, 'sha256' | 'name' | 'takenAt' | 'source' | 'stated'>;

/** A photo or file by its hash, from this device; one taken on another device is named and not shown. */
export function Photo({ sha256, name, ...dated }: PhotoProps) {
  const { store } = useField();
  const { id } = usePerson();
  const { t } = useMessages();
  const place = useRef<HTMLButtonElement>(null);
  const seen = useSeen(place);
  const shown = useLive(`photo ${id} ${sha256} ${seen}`, async () =>
    seen ? await readShown(store, id, sha256) : null,
  );
  const [address, setAddress] = useState<string>();
  const picture = shown?.picture;
  useEffect(() => {
    if (!picture) return;
    const made = URL.createObjectURL(new Blob([picture], { type: 'image/jpeg' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);
  const open = async () => {
    const file = await keptFile(store, id, sha256);
    if (file) window.open(URL.createObjectURL(new Blob([file.bytes], { type: file.mediaType })), '_blank');
  };
  const away = shown && !shown.picture;
  const of = t('field:walk.photo-of', { when: sayWhen(t, dated) });
  return (
    <button
      ref={place}
      type="button"
      className={away ? 'photo photo--away' : 'photo'}
      disabled={shown?.here === false}
      // Also before the picture is read.
      aria-label={away ? undefined : of}
      onClick={() => void open()}
    >
      {address && picture && <img src={address} alt={of} />}
      {away && (
        <>
          <Icon name={shown.here ? 'document' : 'tablet'} size={24} />
          <span>{shown.here ? name : t('field:walk.photo-elsewhere')}</span>
        </>
      )}
    </button>
  );
}
