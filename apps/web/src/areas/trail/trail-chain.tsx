import { formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../api.ts';
import './trail.css';

const oldTailMs = 10 * 60_000;

/** How far the trail is sealed, and the code by which a cut end can be told. Silent until it is known. */
export function TrailChain() {
  const { t } = useMessages();
  const { data, dataUpdatedAt } = useQuery(trpc.trail.chain.queryOptions());
  if (data === undefined) return null;
  const { last, tail } = data;
  const isOld = tail.since !== null && dataUpdatedAt - Date.parse(tail.since) > oldTailMs;
  const waits = { count: tail.count, at: tail.since === null ? '' : formatInstant(tail.since) };
  return (
    <section className="trail-chain" aria-label={t('trail:seal')}>
      <p className="kc-meta">
        {last
          ? t('trail:chain-last', { number: last.number, at: formatInstant(last.sealedAt) })
          : t('trail:chain-none')}{' '}
        {!isOld && (tail.since === null ? t('trail:tail-none') : t('trail:tail-waits', waits))}
      </p>
      {isOld && <Notice tone="soon">{t('trail:tail-old', waits)}</Notice>}
      {last && (
        <details>
          <summary>{t('trail:chain-head')}</summary>
          <p className="kc-meta">{t('trail:chain-head-text')}</p>
          <code>
            {last.number}:{last.hash}
          </code>
        </details>
      )}
    </section>
  );
}
