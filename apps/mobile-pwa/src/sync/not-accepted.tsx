import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { timeOf } from '@kycuong/domain/sync/field-command.ts';
import { formatDate, formatInstant } from '@kycuong/ui/format.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { Photo } from '../evidence/photo.tsx';
import { errorText, useMessages } from '../language.ts';
import { OtherFiles } from '../parcel/other-files.tsx';
import { useExport } from '../parcel/use-export.ts';
import { useField, useHand, usePerson } from '../shell/field-context.ts';
import { go } from '../shell/route.ts';
import { useLive } from '../shell/use-live.ts';
import { useOnce } from '../shell/use-once.ts';
import { useWrite } from '../visit/use-write.ts';
import { mend } from './mend.ts';
import { type RefusedCommand, readRefused } from './read-refused.ts';
import { itemOf, wordsOf } from './say-command.ts';

interface RowProps {
  readonly refused: RefusedCommand;
  readonly nameOf: (accountId: string) => string;
}

/** Why it was not accepted: the leader's word goes before the server's. */
function Reason({ refused: { reason, decision }, nameOf }: RowProps) {
  const { t } = useMessages();
  if (decision === null) {
    const issue = reason?.issues[0];
    return <p>{errorText(issue?.key ?? reason?.key ?? null, issue?.details ?? reason?.details ?? {})}</p>;
  }
  const name = decision.by.name ?? nameOf(decision.by.id);
  return (
    <p>
      {t('field:outbox.declined', { name, time: formatInstant(decision.at), reason: decision.reason ?? '' })}
    </p>
  );
}

function Acts({
  refused: { command, decision, rested, mendable, handable, photo },
}: Pick<RowProps, 'refused'>) {
  const { store, sync } = useField();
  const hand = useHand();
  const person = usePerson();
  const write = useWrite();
  const { t } = useMessages();
  const { id, visitId } = command;
  const { busy, once } = useOnce();
  const { busy: exporting, make, ...outcome } = useExport({ account: person.id, visitId });
  const toLeader = async () => {
    const payload = { visitId, refusedId: id, note: null };
    const handed = await write({ action: 'command.hand-to-leader', payload });
    await store.settlements.put({
      ...{ refusedId: id, mendedBy: handed.id, at: handed.writtenAt },
      toLeader: true,
    });
  };
  const now = () => new Date(hand().nowMs).toISOString();
  const rest = () => store.settlements.put({ refusedId: id, mendedBy: null, at: now() });
  const letGo = () => store.settlements.put({ refusedId: id, mendedBy: null, at: now(), letGoAt: now() });
  if (photo?.goesAt)
    return photo.here ? (
      <div className="acts">
        <Button size="touch" kind="quiet" icon="undo" onClick={() => void rest()}>
          {t('field:outbox.keep-photo')}
        </Button>
      </div>
    ) : null;
  if (rested)
    return (
      <div className="acts">
        <Button size="touch" kind="quiet" icon="undo" onClick={() => void store.settlements.delete(id)}>
          {t('field:outbox.open-again')}
        </Button>
        {photo?.here && decision !== null && (
          <Button size="touch" kind="quiet" icon="trash" onClick={() => void letGo()}>
            {t('field:outbox.let-go')}
          </Button>
        )}
      </div>
    );
  return (
    <>
      <div className="acts">
        {mendable && (
          <Button
            size="touch"
            kind="line"
            icon="pencil"
            busy={busy}
            onClick={() =>
              void once(async () => {
                const route = await mend(hand(), command);
                sync.nudge();
                go(route);
              })
            }
          >
            {t('field:outbox.mend')}
          </Button>
        )}
        {handable && (
          <Button size="touch" kind="quiet" icon="person" busy={busy} onClick={() => void once(toLeader)}>
            {t('field:outbox.hand-to-leader')}
          </Button>
        )}
        <Button size="touch" kind="quiet" icon="download" busy={exporting} onClick={() => void make()}>
          {t('field:outbox.export')}
        </Button>
        {decision !== null && (
          <Button size="touch" kind="quiet" icon="tablet" onClick={() => void rest()}>
            {t('field:outbox.rest')}
          </Button>
        )}
      </div>
      <OtherFiles {...outcome} />
    </>
  );
}

function Row({ refused, nameOf }: RowProps) {
  const { t } = useMessages();
  const { command, rested, photo } = refused;
  return (
    <li className={rested ? 'refused rested' : 'refused'}>
      <Icon name={rested ? 'tablet' : 'failed'} />
      <div>
        <b>{t(`field:command.${command.action}`, { item: itemOf(command) })}</b>
        {wordsOf(command, t) && <p className="quoted">{wordsOf(command, t)}</p>}
        {photo?.here && command.action === 'evidence.attach' && (
          <ul className="photos">
            <li>
              <Photo {...command.payload} />
            </li>
          </ul>
        )}
        <Reason refused={refused} nameOf={nameOf} />
        {photo?.goesAt && (
          <p>
            {photo.here
              ? t('field:outbox.let-go-on', { date: formatDate(dateInVietnam(new Date(photo.goesAt))) })
              : t('field:outbox.let-gone')}
          </p>
        )}
        <p className="kc-meta">
          {t('field:outbox.written-at', {
            who: nameOf(command.author),
            time: formatInstant(timeOf(command).at),
          })}
          {rested && ` · ${t('field:outbox.rested-here')}`}
        </p>
        <Acts refused={refused} />
      </div>
    </li>
  );
}

interface NotAcceptedProps {
  readonly nameOf: (accountId: string) => string;
  /** Only this visit's, when given. */
  readonly visitId?: string;
}

/** Nothing that was refused or declined is lost: the reason in plain words, and the ways on. */
export function NotAccepted({ nameOf, visitId }: NotAcceptedProps) {
  const { store } = useField();
  const person = usePerson();
  const { t } = useMessages();
  const all = useLive(`refused ${person.id}`, () => readRefused(store, person.id)) ?? [];
  const refused = all.filter(({ command }) => visitId === undefined || command.visitId === visitId);
  if (refused.length === 0) return null;
  return (
    <section className="not-accepted" aria-labelledby="not-accepted">
      <h2 id="not-accepted">{t('field:outbox.not-accepted')}</h2>
      <p className="kc-meta">{t('field:outbox.not-accepted-lead')}</p>
      <ul className="rows">
        {refused.map((one) => (
          <Row key={one.command.id} refused={one} nameOf={nameOf} />
        ))}
      </ul>
    </section>
  );
}
