import type { ChecklistItem } from '@kycuong/domain/checklist/checklist.ts';
import { Conformity } from '@kycuong/domain/checklist/conformity.ts';
import type { AnswerValue, OpenConflict } from '@kycuong/domain/visit/open-conflicts.ts';
import { longestNote } from '@kycuong/domain/visit/set-answer.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Segment } from '@kycuong/ui/plain/segment.tsx';
import { Stepper } from '@kycuong/ui/plain/stepper.tsx';
import { useId } from 'react';
import { useMessages } from '../language.ts';
import { sayRoom } from '../shell/say-room.ts';
import { TouchField } from '../shell/touch-field.tsx';
import { useDraft } from '../shell/use-draft.ts';
import { conformityOptions } from './conformity-options.ts';

const isValue = (value: unknown): value is AnswerValue =>
  value === null || typeof value === 'string' || typeof value === 'number';

interface SettleOtherProps {
  readonly visitId: string;
  readonly conflict: OpenConflict;
  readonly item: ChecklistItem | undefined;
  readonly busy: boolean;
  /** Says whether it was written. */
  readonly onSettle: (value: AnswerValue) => Promise<boolean>;
  readonly onLeave: () => void;
}

/** A value that is none of those written: typed or picked, kept as a draft until it is used. */
export function SettleOther({ visitId, conflict, item, busy, onSettle, onLeave }: SettleOtherProps) {
  const { t, language } = useMessages();
  const id = useId();
  const { itemCode, field, heads } = conflict;
  const draft = useDraft<AnswerValue>(
    `settle ${visitId} ${itemCode} ${field}`,
    heads[0]?.value ?? null,
    isValue,
  );
  if (draft === undefined) return null;
  const { value } = draft;
  const label = t(`field:settle.${field}`);
  const tooLong = typeof value === 'string' && sayRoom(t, value, longestNote).over !== undefined;
  const use = async () => {
    const text = typeof value === 'string' ? value.trim() : value;
    if (await onSettle(text === '' ? null : text)) await draft.drop();
  };
  return (
    <div className="settle-other">
      {field === 'conformity' && (
        <Segment
          label={label}
          size="touch"
          value={Conformity.safeParse(value).data ?? null}
          options={conformityOptions.map((option) => ({
            ...option,
            label: t(`field:conformity.${option.value}`),
          }))}
          onChange={draft.change}
        />
      )}
      {field === 'count' && (
        <div className="item-count">
          <p className="label" id={id}>
            {item?.count?.label[language] ?? label}
          </p>
          <Stepper
            labelledBy={id}
            value={typeof value === 'number' ? value : null}
            {...(item?.count?.total != null && { max: item.count.total })}
            onChange={draft.change}
            lessLabel={t('field:walk.less')}
            moreLabel={t('field:walk.more')}
            unreadLabel={t('field:walk.not-a-count')}
          />
        </div>
      )}
      {field === 'note' && (
        <TouchField
          id={id}
          label={label}
          rows={3}
          limit={longestNote}
          value={typeof value === 'string' ? value : ''}
          onChange={draft.change}
        />
      )}
      <div className="acts">
        <Button kind="main" size="touch" icon="check" disabled={tooLong || busy} onClick={() => void use()}>
          {t('field:settle.use-other')}
        </Button>
        <Button kind="quiet" size="touch" onClick={onLeave}>
          {t('field:settle.keep-choosing')}
        </Button>
      </div>
    </div>
  );
}
