import { formatInstant } from '@kycuong/ui/format.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { errorText, type Translate, useMessages } from '../language.ts';
import { useField, useHand } from '../shell/field-context.ts';
import { go } from '../shell/route.ts';
import { useLive } from '../shell/use-live.ts';
import { mend } from './mend.ts';
import { type RefusedCommand, readRefused } from './read-refused.ts';

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

/** What an answer said, so that it can be written again. */
function wordsOf({ command }: RefusedCommand, t: Translate): string | null {
  if (command.action !== 'answer.set') return null;
  const { note, conformity, count } = command.payload;
  return note ?? (conformity ? t(`field:conformity.${conformity}`) : (count?.toString() ?? null));
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
  const { t } = useMessages();
  const all = useLive('refused', () => readRefused(store)) ?? [];
  const refused = all.filter(({ command }) => visitId === undefined || command.visitId === visitId);
  if (refused.length === 0) return null;
  const rest = (refusedId: string) =>
    store.settlements.put({ refusedId, mendedBy: null, at: new Date().toISOString() });
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
                  <Button size="touch" kind="quiet" onClick={() => void rest(command.id)}>
                    {t('field:outbox.rest')}
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
