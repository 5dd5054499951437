import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useMessages } from '../language.ts';
import { useField, usePerson } from '../shell/field-context.ts';
import { useLive } from '../shell/use-live.ts';
import { fact } from '../sync/facts.ts';

/** Tells the leader what the server keeps for their decision; it is decided at the console. */
export function QuarantineNotice({ visitId }: { readonly visitId: string }) {
  const { t } = useMessages();
  const { store } = useField();
  const { id } = usePerson();
  const kept = useLive(`quarantine ${id}`, async () => ({ counts: await fact(store, `quarantine:${id}`) }));
  const count = kept?.counts?.[visitId] ?? 0;
  if (count === 0) return null;
  return (
    <Notice icon="inbox" title={t('field:overview.quarantine', { count })}>
      {t('field:overview.quarantine-text')}
    </Notice>
  );
}
