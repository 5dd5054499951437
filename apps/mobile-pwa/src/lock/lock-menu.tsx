import { Button } from '@kycuong/ui/plain/button.tsx';
import { Segment } from '@kycuong/ui/plain/segment.tsx';
import { useMessages } from '../language.ts';
import { useField } from '../shell/field-context.ts';
import { GoLink } from '../shell/go-link.tsx';
import { useLive } from '../shell/use-live.ts';
import { fact, setFact } from '../sync/facts.ts';
import { lockAfterChoices, lockAfterDefault } from './auto-lock.ts';
import { lockNow } from './lock-now.ts';

/** Lock now, when to lock by itself, another code. */
export function LockMenu() {
  const { store } = useField();
  const { t } = useMessages();
  const minutes = useLive(
    'lock-after',
    async () => (await fact(store, 'lockAfterMinutes')) ?? lockAfterDefault,
  );
  return (
    <>
      <div className="acts">
        <Button size="touch" kind="line" icon="lock" onClick={() => void lockNow(store)}>
          {t('field:code.now')}
        </Button>
        <GoLink to={{ name: 'code' }} className="kc-button kc-button--quiet kc-button--touch">
          {t('field:code.change')}
        </GoLink>
      </div>
      <div>
        <p className="kc-meta">{t('field:code.after')}</p>
        <Segment
          label={t('field:code.after')}
          value={minutes === undefined ? null : String(minutes)}
          options={lockAfterChoices.map((choice) => ({
            value: String(choice),
            label: t('field:code.minutes', { count: choice }),
          }))}
          onChange={(choice) => void setFact(store, 'lockAfterMinutes', Number(choice))}
        />
      </div>
    </>
  );
}
