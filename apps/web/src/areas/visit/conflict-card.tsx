import type { ChecklistItem } from '@kycuong/domain/checklist/checklist.ts';
import type { AnswerValue } from '@kycuong/domain/visit/open-conflicts.ts';
import { formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Tag } from '@kycuong/ui/plain/state.tsx';
import { Overtaken } from '../../decision/overtaken.tsx';
import { ConflictOther } from './conflict-other.tsx';
import { ConflictValue } from './conflict-value.tsx';
import type { VisitConflict } from './visit-details.ts';

interface ConflictCardProps {
  readonly conflict: VisitConflict;
  readonly item: ChecklistItem | undefined;
  /** False where another part of the same line stands right above. */
  readonly titled: boolean;
  readonly busy: boolean;
  /** Another value is being written; it stays, though a colleague has settled the conflict meanwhile. */
  readonly isWriting: boolean;
  readonly isOvertaken: boolean;
  readonly onWriting: (isWriting: boolean) => void;
  /** Undefined where the person only looks. */
  readonly onSettle: ((value: AnswerValue, form?: { readonly control: object }) => void) | undefined;
}

/** One part of one answer with all its versions: what, who, when, where. */
export function ConflictCard({
  conflict,
  item,
  titled,
  busy,
  isWriting,
  isOvertaken,
  onWriting,
  onSettle,
}: ConflictCardProps) {
  const { t, language } = useMessages();
  const { itemCode, field, heads } = conflict;
  const [shown] = heads;
  return (
    <section className="conflict" aria-label={`${itemCode}, ${t(`visit:part-${field}`)}`}>
      {titled && (
        <h3>
          <span className="kc-figures">{itemCode}</span> {item?.title[language]}
        </h3>
      )}
      <p className="visit-small">{t(`visit:part-${field}`)}</p>
      <ul className="conflict-versions">
        {heads.map((head) => (
          <li key={head.command}>
            <p className="conflict-who">
              <b>{head.authorName}</b>
              {head === shown && <Tag icon="eye">{t('visit:shows-now')}</Tag>}
            </p>
            <ConflictValue
              field={field}
              value={head.value}
              beside={(head === shown ? heads[1] : shown)?.value}
            />
            <small className="visit-small">
              {formatInstant(head.writtenAt)}
              <Where head={head} />
            </small>
            {onSettle && (
              <Button kind="line" size="small" icon="check" busy={busy} onClick={() => onSettle(head.value)}>
                {t('visit:choose-this')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isOvertaken && <Overtaken />}
      {isWriting ? (
        <ConflictOther
          conflict={conflict}
          item={item}
          busy={busy}
          onSettle={onSettle}
          onLeave={() => onWriting(false)}
        />
      ) : (
        onSettle && (
          <Button kind="quiet" size="small" icon="pencil" onClick={() => onWriting(true)}>
            {t('visit:write-other')}
          </Button>
        )
      )}
    </section>
  );
}

function Where({ head }: { readonly head: VisitConflict['heads'][number] }) {
  const { t } = useMessages();
  if (head.atConsole) return `, ${t('visit:at-console')}`;
  if (head.deviceLabel !== null) return `, ${head.deviceLabel}`;
  if (head.device === null) return null;
  return `, ${t('visit:on-device', { device: head.device.slice(-4).toUpperCase() })}`;
}
