import type { ChecklistItem } from '@kycuong/domain/checklist/checklist.ts';
import type { AnswerValue, Head, OpenConflict } from '@kycuong/domain/visit/open-conflicts.ts';
import { formatInstant } from '@kycuong/ui/format.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Tag } from '@kycuong/ui/plain/state.tsx';
import { useState } from 'react';
import { useMessages } from '../language.ts';
import { useField } from '../shell/field-context.ts';
import { GoLink } from '../shell/go-link.tsx';
import { AnswerValueView } from './answer-value.tsx';
import type { OpenVisit } from './read-visit.ts';
import { SettleOther } from './settle-other.tsx';

interface SettleConflictProps {
  readonly visit: OpenVisit;
  readonly conflict: OpenConflict;
  readonly item: ChecklistItem | undefined;
  /** False where another part of the same line stands right above. */
  readonly titled: boolean;
  /** A choice is being written, or was just now. */
  readonly busy: boolean;
  /** Undefined where the person only looks. */
  readonly onSettle: ((value: AnswerValue) => Promise<boolean>) | undefined;
}

/** The versions of one part of an answer, side by side: what, who, when, on which device. */
export function SettleConflict({ visit, conflict, item, titled, busy, onSettle }: SettleConflictProps) {
  const { t, language } = useMessages();
  const [writing, setWriting] = useState(false);
  const { itemCode, field, heads } = conflict;
  const { visitId } = visit.held;
  const [shown] = heads;
  const id = `settle-${itemCode}-${field}`;
  return (
    <section className="settle-conflict" aria-labelledby={`${id}-item ${id}`}>
      {titled ? (
        <div className="settle-head">
          <h2 id={`${id}-item`}>
            <span className="kc-figures">{itemCode}</span> {item?.title[language]}
          </h2>
          <GoLink to={{ name: 'walk', visitId, item: itemCode }} className="text-link">
            {t('field:settle.open-item', { code: itemCode })}
          </GoLink>
        </div>
      ) : (
        <span className="kc-hidden" id={`${id}-item`}>
          {itemCode}
        </span>
      )}
      <h3 id={id}>{t(`field:settle.${field}`)}</h3>
      <ul className="settle-versions">
        {heads.map((head) => (
          <li key={head.command} className="settle-version">
            <p className="settle-who">
              <b>{visit.nameOf(head.author)}</b>
              {head === shown && <Tag icon="eye">{t('field:settle.shown')}</Tag>}
            </p>
            <AnswerValueView
              field={field}
              value={head.value}
              beside={(head === shown ? heads[1] : shown)?.value}
            />
            <WrittenWhen head={head} />
            {onSettle && (
              <Button
                kind="line"
                size="touch"
                icon="check"
                wide
                disabled={busy}
                onClick={() => void onSettle(head.value)}
              >
                {t('field:settle.choose')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {onSettle &&
        (writing ? (
          <SettleOther
            visitId={visitId}
            conflict={conflict}
            item={item}
            busy={busy}
            onSettle={onSettle}
            onLeave={() => setWriting(false)}
          />
        ) : (
          <Button kind="quiet" size="touch" icon="pencil" onClick={() => setWriting(true)}>
            {t('field:settle.other')}
          </Button>
        ))}
    </section>
  );
}

function WrittenWhen({ head }: { readonly head: Head }) {
  const { t } = useMessages();
  const { device } = useField();
  const where =
    head.device === null
      ? null
      : head.device === device
        ? t('field:settle.this-device')
        : t('field:settle.other-device', { device: head.device.slice(-4).toUpperCase() });
  return (
    <p className="kc-meta">
      {formatInstant(head.writtenAt)}
      {where && `, ${where}`}
    </p>
  );
}
