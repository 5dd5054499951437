import { useMessages } from '@kycuong/ui/i18n.ts';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { type Dated, sayWhen } from './say-when.ts';
import './photo-strip.css';

export interface ShownEvidence {
  readonly evidenceId: string;
  readonly name: string;
  /** What is to be seen, in the words of who took it. */
  readonly caption?: string | null;
  readonly mediaType: string;
  readonly status: 'awaited' | 'received';
}

/** Where the server gives a photo's picture; the bytes themselves are never altered. */
export function imageAddress(evidenceId: string): string {
  return `/api/evidence/${evidenceId}/image`;
}

/** The same at most 320 pixels long. */
function thumbnailAddress(evidenceId: string): string {
  return `/api/evidence/${evidenceId}/thumbnail`;
}

/** Photos side by side, each opening the whole picture; what is still under way keeps its place. */
export function PhotoStrip({ photos }: { readonly photos: readonly (ShownEvidence & Partial<Dated>)[] }) {
  const { t } = useMessages();
  return (
    <ul className="photo-strip">
      {photos.map(({ evidenceId, name, caption, mediaType, status, takenAt, ...beside }) => (
        <li key={evidenceId}>
          {status === 'awaited' ? (
            <span className="photo-strip-empty">
              <Icon name="waiting" />
              {t('visit:photo-awaited')}
            </span>
          ) : mediaType.startsWith('image/') ? (
            <a href={imageAddress(evidenceId)} target="_blank" rel="noreferrer">
              <img src={thumbnailAddress(evidenceId)} alt={t('visit:photo', { name })} loading="lazy" />
            </a>
          ) : (
            <a className="photo-strip-empty" href={`/api/evidence/${evidenceId}`}>
              <Icon name="document" />
              {name}
            </a>
          )}
          {caption && <p className="photo-strip-caption">{caption}</p>}
          {takenAt && <small className="photo-strip-when">{sayWhen(t, { ...beside, takenAt })}</small>}
        </li>
      ))}
    </ul>
  );
}
