import { useMessages } from '../language.ts';
import { type Dated, sayWhen } from './say-when.ts';

/** How many photos there are and from when; each time is said once. */
export function PhotosSaid({ photos }: { readonly photos: readonly Dated[] }) {
  const { t } = useMessages();
  const times = [...new Set(photos.map((photo) => sayWhen(t, photo)))].join(', ');
  return (
    <p className="kc-meta photos-said">{t('field:walk.photos-locked', { count: photos.length, times })}</p>
  );
}
