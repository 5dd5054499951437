import { formatInstant } from '@kycuong/ui/format.ts';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { useMessages } from '../language.ts';
import { useField } from '../shell/field-context.ts';
import { useLive } from '../shell/use-live.ts';
import { fact } from '../sync/facts.ts';
import type { Gathered } from './gather.ts';
import { answeredOf } from './progress.ts';
import type { OpenVisit } from './read-visit.ts';
import { takerOf } from './taker-of.ts';

interface MemberWorkProps {
  readonly visit: OpenVisit;
  readonly gathered: ReadonlyMap<string, Gathered>;
}

/** Of each member what this device has, and plainly of whom it has nothing. */
export function MemberWork({ visit, gathered }: MemberWorkProps) {
  const { t } = useMessages();
  const { store } = useField();
  const pulled = useLive('pulled', async () => ({ at: await fact(store, 'lastPulledAt') }));
  const { packet } = visit.held;
  return (
    <section>
      <h2>{t('field:team-work.gather-title')}</h2>
      {pulled && (
        <p className="kc-meta">
          {pulled.at
            ? t('field:team-work.as-of', { time: formatInstant(pulled.at) })
            : t('field:team-work.never-pulled')}
        </p>
      )}
      <ul className="member-work">
        {packet.team.map(({ accountId, fullName, role }) => {
          const theirs = packet.checklist.content.sections.filter(
            ({ code }) => takerOf(visit, code)?.accountId === accountId,
          );
          const items = theirs.flatMap((section) => section.items);
          return (
            <li key={accountId}>
              <p>
                <b>{fullName}</b> <span className="kc-meta">{t(`field:overview.${role}`)}</span>
              </p>
              {items.length > 0 && (
                <p className="kc-meta">
                  {t('field:team-work.of-sections', {
                    done: answeredOf(visit.view, items),
                    all: items.length,
                  })}
                </p>
              )}
              <Come name={fullName} of={gathered.get(accountId)} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Come({ name, of }: { readonly name: string; readonly of: Gathered | undefined }) {
  const { t } = useMessages();
  return (
    <>
      {of?.lastAt ? (
        <p className="member-come">
          <Icon name="cloud-done" />
          {t('field:team-work.received-from', {
            records: of.records,
            photos: of.photos,
            time: formatInstant(of.lastAt),
          })}
        </p>
      ) : (
        (of?.waiting ?? 0) === 0 && (
          <p className="member-come member-come--none">
            <Icon name="cloud-off" />
            {t('field:team-work.nothing-from', { name })}
          </p>
        )
      )}
      {of !== undefined && of.waiting > 0 && (
        <p className="member-come">
          <Icon name="waiting" />
          {t('field:team-work.waits-here', { count: of.waiting })}
        </p>
      )}
      {of?.handedInAt && (
        <p className="member-come">
          <Icon name="done" />
          {t('field:team-work.handed-in', { time: formatInstant(of.handedInAt) })}
        </p>
      )}
    </>
  );
}
