import { formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { trpc } from '../../api.ts';
import { Loaded } from '../../loaded.tsx';

/** What somebody still has in hand: numbers, with links where the reader may follow them. */
export function HeldWork({ accountId }: { readonly accountId: string }) {
  const { t } = useMessages();
  const query = useQuery(trpc.access.holdings.queryOptions({ accountId }));
  return (
    <Loaded query={query} rows={3}>
      {(held) => {
        const counts = [
          [held.roundsLed, 'access:held-rounds-led'],
          [held.openVisits, 'access:held-open-visits'],
          [held.roundsJoined, 'access:held-rounds-joined'],
          [held.undecided, 'access:held-undecided'],
          [held.actionsToAnswer, 'access:held-to-answer'],
          [held.unjudgedAnswers, 'access:held-unjudged'],
        ] as const;
        const open = counts.filter(([count]) => count > 0);
        const devices = held.devices.filter(({ wiped }) => !wiped);
        if (open.length === 0 && devices.length === 0)
          return <p className="kc-meta">{t('access:held-nothing')}</p>;
        return (
          <div className="held-work">
            <ul>
              {open.map(([count, key]) => (
                <li key={key}>{t(key, { count })}</li>
              ))}
              {held.rounds.map(({ id, code, name }) => (
                <li key={id}>
                  <Link to="/rounds/$roundId" params={{ roundId: id }}>
                    {code} · {name}
                  </Link>
                </li>
              ))}
              {devices.map(({ id, label, mayOpen, lastContactAt, unsentRecords, unsentPhotos }) => (
                <li key={id}>
                  {mayOpen ? (
                    <Link to="/devices" search={{ open: id }}>
                      {label}
                    </Link>
                  ) : (
                    label
                  )}
                  {': '}
                  {lastContactAt === null
                    ? t('access:held-device-silent')
                    : t('access:held-device', {
                        records: unsentRecords ?? 0,
                        photos: unsentPhotos ?? 0,
                        time: formatInstant(lastContactAt),
                      })}
                </li>
              ))}
            </ul>
            <p className="kc-meta">{t('access:held-what-now')}</p>
          </div>
        );
      }}
    </Loaded>
  );
}
