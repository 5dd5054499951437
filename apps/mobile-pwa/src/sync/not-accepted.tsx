import { formatInstant } from '@kycuong/ui/format.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { errorText, type Translate, useMessages } from '../language.ts';
import { exportTo } from '../parcel/export-to.ts';
import { useField, useHand, usePerson } from '../shell/field-context.ts';
import { go } from '../shell/route.ts';
import { useLive } from '../shell/use-live.ts';
import { useWrite } from '../visit/use-write.ts';
import { mend } from './mend.ts';
import { type RefusedCommand, readRefused } from './read-refused.ts';
import type { LoggedCommand } from './store.ts';

/** What the command was about, in a word or two. */
function itemOf({ command }: RefusedCommand): string {
  switch (command.action) {
    case 'answer.set':
    case 'answer.settle':
      return command.payload.itemCode;
    case 'dossier.sample':
      return command.payload.code;
    case 'finding.raise':
    case 'finding.amend':
      return command.payload.title;
    case 'evidence.attach':
      return command.payload.name;
    default:
      return '';
  }
}

/** What the command says, so that it can be read and written again whatever becomes of it. */
function wordsOf({ command }: RefusedCommand, t: Translate): string | null {
  switch (command.action) {
    case 'answer.set': {
      const { note, conformity, count } = command.payload;
      const said = [conformity ? t(`field:conformity.${conformity}`) : null, count?.toString(), note];
      return said.filter((part) => part).join(' · ') || null;
    }
    case 'finding.raise':
    case 'finding.amend': {
      const { severity, description } = command.payload;
      return [t(`field:severity.${severity}`), description].filter((part) => part).join(' · ');
    }
    case 'dossier.sample': {
      const { procedure, note } = command.payload;
      return [procedure, note].filter((part) => part).join(' · ') || null;
    }
    case 'evidence.attach':
      return command.payload.caption ?? null;
    case 'visit.submit':
    case 'visit.close':
    case 'visit.hand-over':
      return command.payload.note ?? null;
    default:
      return null;
  }
}

interface NotAcceptedProps {
  readonly nameOf: (accountId: string) => string;
  /** Only this visit's, when given. */
  readonly visitId?: string;
}

/** Nothing that was refused is lost: the reason in plain words, and the ways on. */
export function NotAccepted({ nameOf, visitId }: NotAcceptedProps) {
  const { store, sync } = useField();
  const hand = useHand();
  const person = usePerson();
  const write = useWrite();
  const { t } = useMessages();
  const all = useLive('refused', () => readRefused(store)) ?? [];
  const refused = all.filter(({ command }) => visitId === undefined || command.visitId === visitId);
  if (refused.length === 0) return null;
  const toLeader = async ({ id, visitId: at }: LoggedCommand) => {
    const { id: mendedBy, writtenAt } = await write({
      action: 'command.hand-to-leader',
      payload: { visitId: at, refusedId: id, note: null },
    });
    await store.settlements.put({ refusedId: id, mendedBy, at: writtenAt });
  };
  return (
    <section className="not-accepted" aria-labelledby="not-accepted">
      <h2 id="not-accepted">{t('field:outbox.not-accepted')}</h2>
      <p className="kc-meta">{t('field:outbox.not-accepted-lead')}</p>
      <ul className="rows">
        {refused.map((one) => {
          const { command, reason } = one;
          const issue = reason?.issues[0];
          return (
            <li key={command.id} className="refused">
              <Icon name="failed" />
              <div>
                <b>{t(`field:command.${command.action}`, { item: itemOf(one) })}</b>
                {wordsOf(one, t) && <p className="quoted">{wordsOf(one, t)}</p>}
                <p>{errorText(issue?.key ?? reason?.key ?? null, issue?.details ?? reason?.details ?? {})}</p>
                <p className="kc-meta">
                  {t('field:outbox.written-at', {
                    who: nameOf(command.author),
                    time: formatInstant(command.writtenAt),
                  })}
                </p>
                <div className="acts">
                  <Button
                    size="touch"
                    kind="line"
                    icon="pencil"
                    onClick={() =>
                      void mend(hand(), command).then((route) => {
                        sync.nudge();
                        go(route);
                      })
                    }
                  >
                    {t('field:outbox.mend')}
                  </Button>
                  {command.action !== 'command.hand-to-leader' && (
                    <Button size="touch" kind="quiet" icon="person" onClick={() => void toLeader(command)}>
                      {t('field:outbox.hand-to-leader')}
                    </Button>
                  )}
                  <Button
                    size="touch"
                    kind="quiet"
                    icon="download"
                    onClick={() => void exportTo(store, { account: person.id, visitId: command.visitId })}
                  >
                    {t('field:outbox.export')}
                  </Button>
                </div>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
