import { isErrorKey } from '@kycuong/domain/error/catalogue.ts';
import { quarantinedAtOnce } from '@kycuong/domain/sync/quarantine.ts';
import { MatterSection } from '@kycuong/ui/console/matter.tsx';
import { formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { State } from '@kycuong/ui/plain/state.tsx';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { trpc } from '../../api.ts';
import { holdsAny, useAccount } from '../../session.ts';
import { KeptContent } from './kept-content.tsx';
import { QuarantineActs } from './quarantine-acts.tsx';
import type { KeptCommand, VisitDetails } from './visit-details.ts';

/** What the server keeps and does not count until the leader decides, and what was decided. */
export function QuarantineSection({ visit }: { readonly visit: VisitDetails }) {
  const { t } = useMessages();
  const { visitId, team, checklist } = visit;
  const pages = useInfiniteQuery(
    trpc.sync.quarantined.infiniteQueryOptions(
      { visitId, decided: true },
      { getNextPageParam: (page) => (page.length < quarantinedAtOnce ? undefined : page.at(-1)?.id) },
    ),
  );
  const data = pages.data?.pages.flat() ?? [];
  const counts = useQuery(trpc.sync.quarantineCounts.queryOptions({}));
  const count = counts.data?.find((one) => one.visitId === visitId)?.count ?? 0;
  if (data.length === 0) return null;
  const waiting = data.filter(({ decision }) => decision === null);
  const leader = team.find(({ role }) => role === 'leader')?.fullName ?? '';
  return (
    <MatterSection title={waiting.length > 0 ? t('visit:quarantine') : t('visit:quarantine-decided')}>
      {waiting.length > 0 && (
        <p className="visit-quiet">
          {count > 0 && `${t('visit:quarantine-count', { count })} `}
          {t('visit:quarantine-lead')}{' '}
          {!waiting.some(({ mayDecide }) => mayDecide) && t('visit:quarantine-others', { name: leader })}
        </p>
      )}
      {data.map((kept) => (
        <Held key={kept.id} kept={kept} checklist={checklist.content} />
      ))}
      {pages.hasNextPage && (
        <Button disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('trail:more')}
        </Button>
      )}
    </MatterSection>
  );
}

interface HeldProps {
  readonly kept: KeptCommand;
  readonly checklist: VisitDetails['checklist']['content'];
}

function Held({ kept, checklist }: HeldProps) {
  const { t } = useMessages();
  const account = useAccount();
  const { author, sender, device, reason, note, refusedFor, writtenAt, recordedAt, authorSentAt } = kept;
  const { decision, mayDecide, mayAdmit } = kept;
  const held = formatInstant(recordedAt);
  return (
    <section className="held">
      <KeptContent kept={kept} checklist={checklist} />
      <small className="visit-small">
        {t('visit:quarantine-by', {
          name: author.name ?? t('visit:quarantine-unknown-author'),
          when: writtenAt === null ? t('visit:quarantine-unknown-time') : formatInstant(writtenAt),
          held,
        })}
        {sender?.name && `, ${t('visit:quarantine-sent', { name: sender.name })}`}
        {device &&
          `, ${t('visit:quarantine-device', { label: device.label ?? '', name: device.registeredBy ?? '' })}`}
      </small>
      <p className="visit-quiet">
        {refusedFor !== null && isErrorKey(refusedFor.key)
          ? t(`errors:${refusedFor.key}`, { ...refusedFor.details })
          : t(`errors:${reason}`)}
      </p>
      {note && (
        <p className="visit-quiet conflict-note">
          {t('visit:quarantine-note')}: “{note}”
        </p>
      )}
      {authorSentAt && !decision?.bySending && (
        <p className="visit-quiet">
          {t('visit:quarantine-author-sent', {
            name: author.name ?? t('visit:quarantine-unknown-author'),
            when: formatInstant(authorSentAt),
          })}
        </p>
      )}
      {mayDecide && !mayAdmit && !authorSentAt && (
        <p className="visit-quiet">{t('errors:sync.other-stands')}</p>
      )}
      <QuarantineActs kept={kept} />
      {decision && (
        <p className="finding-action">
          <State tone={decision.kind === 'applied' ? 'done' : 'calm'}>
            {t(`visit:${decision.bySending ? 'settled' : 'decided'}-${decision.kind}`, {
              name: decision.by.name ?? '',
              when: formatInstant(decision.at),
              reason: decision.reason ?? '',
            })}
          </State>
          {holdsAny(account, ['administrator']) && (
            <Link to="/trail" search={{ thing: kept.id }}>
              {t('visit:see-trail')}
            </Link>
          )}
        </p>
      )}
    </section>
  );
}
