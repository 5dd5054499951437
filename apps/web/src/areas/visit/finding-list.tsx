import { formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Tag } from '@kycuong/ui/plain/state.tsx';
import { PhotoStrip } from '../../evidence/photo-strip.tsx';
import { severityKeys } from '../../states/action-state.tsx';
import type { VisitDetails } from './visit-details.ts';

/** What was found, each with its photos. */
export function FindingList({ visit }: { readonly visit: VisitDetails }) {
  const { t } = useMessages();
  const { foundThere, evidence } = visit;
  if (foundThere.length === 0) return <p className="visit-quiet">{t('visit:findings-none')}</p>;
  return (
    <ul className="finding-list">
      {foundThere.map(
        ({ findingId, itemCode, title, description, severity, raisedByName, raisedAt, revision }) => {
          const photos = evidence.filter(
            ({ target }) => target.kind === 'finding' && target.id === findingId,
          );
          const said = t('visit:found-by', { name: raisedByName, when: formatInstant(raisedAt) });
          return (
            <li key={findingId}>
              <h3>
                {itemCode && <span className="kc-figures">{itemCode}</span>} {title}
              </h3>
              <Tag>{t('corrective-action:severity-of', { severity: t(severityKeys[severity]) })}</Tag>
              <p>{description}</p>
              {photos.length > 0 && <PhotoStrip photos={photos} />}
              <small>
                {said}
                {revision > 1 && ` · ${t('visit:amended', { count: revision })}`}
              </small>
            </li>
          );
        },
      )}
    </ul>
  );
}
