import type { ItemCount as Counted } from '@kycuong/domain/checklist/checklist.ts';
import type { WrittenField } from '@kycuong/domain/visit/merge-field.ts';
import { formatNumber } from '@kycuong/ui/format.ts';
import { Stepper } from '@kycuong/ui/plain/stepper.tsx';
import { useMessages } from '../language.ts';
import { useTyped } from '../shell/use-typed.ts';
import type { TextPlace, TypedValue } from '../sync/text-session.ts';

interface ItemCountProps {
  readonly visitId: string;
  readonly itemCode: string;
  readonly count: Counted;
  readonly stored: WrittenField<number | null> | undefined;
  readonly disabled: boolean;
  readonly onLogged: (place: TextPlace, before: TypedValue) => void;
}

export function ItemCount({ visitId, itemCode, count, stored, disabled, onLogged }: ItemCountProps) {
  const { t, language } = useMessages();
  const { label, total, totalLabel } = count;
  const figure = useTyped({ visitId, itemCode, part: 'count' }, stored, onLogged);
  const counted = typeof figure.value === 'number' ? figure.value : null;
  return (
    <div className="item-count">
      <div>
        <p className="label" id="count-label">
          {label[language]}
        </p>
        <p className="kc-meta">
          {counted === null && t('field:walk.not-counted')}
          {counted === null && total !== null && ', '}
          {total !== null && t('field:walk.of-total', { total: formatNumber(total, language) })}
          {counted === null && total === null && totalLabel && '. '}
          {total === null && totalLabel && t('field:walk.total-in-note', { label: totalLabel[language] })}
          {total !== null && counted !== null && counted !== total && (
            <>
              , {t(counted < total ? 'field:walk.short-of' : 'field:walk.more-than')}{' '}
              <b>{formatNumber(Math.abs(total - counted), language)}</b>
            </>
          )}
        </p>
      </div>
      <fieldset
        disabled={disabled}
        onBlur={({ currentTarget, relatedTarget }) => {
          // From one of its buttons to another is not away from it.
          if (!currentTarget.contains(relatedTarget)) figure.leave();
        }}
      >
        <Stepper
          labelledBy="count-label"
          value={counted}
          {...(total !== null && { max: total })}
          onChange={figure.change}
          lessLabel={t('field:walk.less')}
          moreLabel={t('field:walk.more')}
          unreadLabel={t('field:walk.not-a-count')}
        />
      </fieldset>
    </div>
  );
}
