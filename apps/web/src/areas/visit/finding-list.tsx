import { formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Tag } from '@kycuong/ui/plain/state.tsx';
import { Link } from '@tanstack/react-router';
import { PhotoStrip } from '../../evidence/photo-strip.tsx';
import { sayOwnClock } from '../../evidence/say-when.ts';
import { ActionStateWord, severityKeys } from '../../states/action-state.tsx';
import type { VisitDetails } from './visit-details.ts';

/** What was found, each with its photos and with what the conclusion asked for because of it. */
export function FindingList({ visit }: { readonly visit: VisitDetails }) {
  const { t } = useMessages();
  const { foundThere, evidence } = visit;
  if (foundThere.length === 0) return <p className="visit-quiet">{t('visit:findings-none')}</p>;
  return (
    <ul className="finding-list">
      {foundThere.map((finding) => {
        const { findingId, itemCode, title, description, severity, raisedByName, raisedAt, action } = finding;
        const photos = evidence.filter(({ target }) => target.kind === 'finding' && target.id === findingId);
        return (
          <li key={findingId}>
            <div className="finding-head">
              <h3>
                {itemCode && <span className="kc-figures">{itemCode}</span>} {title}
              </h3>
              <Tag>{t('corrective-action:severity-of', { severity: t(severityKeys[severity]) })}</Tag>
            </div>
            <p>{description}</p>
            {photos.length > 0 && <PhotoStrip photos={photos} />}
            <small className="visit-small">
              {t('visit:found-by', { name: raisedByName, when: formatInstant(raisedAt) })}
              {sayOwnClock(t, finding.clock)}
              {finding.revision > 1 && ` · ${t('visit:amended', { count: finding.revision })}`}
            </small>
            {action && (
              <p className="finding-action">
                <Link to="/corrective-actions/$actionId" params={{ actionId: action.actionId }}>
                  {t('visit:action', { code: action.code })}
                </Link>
                <ActionStateWord status={action.status} />
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
