import type { ItemCount as Counted } from '@kycuong/domain/checklist/checklist.ts';
import { formatNumber } from '@kycuong/ui/format.ts';
import { Stepper } from '@kycuong/ui/plain/stepper.tsx';
import { useMessages } from '../language.ts';
import { useSaved } from '../shell/use-saved.ts';

interface ItemCountProps {
  readonly count: Counted;
  readonly value: number | null;
  readonly disabled: boolean;
  readonly onChange: (value: number | null) => Promise<void>;
}

export function ItemCount({ count, value, disabled, onChange }: ItemCountProps) {
  const { t, language } = useMessages();
  const { label, total, totalLabel } = count;
  const saved = useSaved(value, onChange);
  const counted = saved.value;
  return (
    <div className="item-count">
      <div>
        <p className="label" id="count-label">
          {label[language]}
        </p>
        <p className="kc-meta">
          {counted === null && t('field:walk.not-counted')}
          {counted === null && (total !== null || totalLabel) && ', '}
          {total !== null && t('field:walk.of-total', { total: formatNumber(total, language) })}
          {total === null && totalLabel && t('field:walk.of-label', { label: totalLabel[language] })}
          {total !== null && counted !== null && counted < total && (
            <>
              , {t('field:walk.short-of')} <b>{formatNumber(total - counted, language)}</b>
            </>
          )}
        </p>
      </div>
      <fieldset disabled={disabled}>
        <Stepper
          labelledBy="count-label"
          value={counted ?? 0}
          {...(total !== null && { max: total })}
          onChange={saved.change}
          lessLabel={t('field:walk.less')}
          moreLabel={t('field:walk.more')}
        />
      </fieldset>
    </div>
  );
}
