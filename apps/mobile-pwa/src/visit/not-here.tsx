import { EmptyState } from '@kycuong/ui/plain/empty-state.tsx';
import { useMessages } from '../language.ts';
import { Head } from '../shell/head.tsx';

export function NotHere() {
  const { t } = useMessages();
  return (
    <div className="screen">
      <Head title={t('field:walk.not-here')} back={{ name: 'visits' }} />
      <main className="page">
        <EmptyState icon="cloud-off" title={t('field:walk.not-here')}>
          {t('field:walk.not-here-text')}
        </EmptyState>
      </main>
    </div>
  );
}
