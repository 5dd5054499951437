import { itemsOf } from '@kycuong/domain/checklist/items-of.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { EmptyState } from '@kycuong/ui/plain/empty-state.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { Progress } from '@kycuong/ui/plain/progress.tsx';
import { useMessages } from '../language.ts';
import { Head } from '../shell/head.tsx';
import { go } from '../shell/route.ts';
import { valueWords } from './answer-value.tsx';
import { NotHere } from './not-here.tsx';
import type { OpenVisit } from './read-visit.ts';
import { SettleConflict } from './settle-conflict.tsx';
import { useSettle } from './use-settle.ts';
import { useVisit } from './use-visit.ts';
import './settle.css';

export function Settle({ visitId }: { readonly visitId: string }) {
  const visit = useVisit(visitId);
  if (visit === undefined) return null;
  if (visit === null) return <NotHere />;
  return <OpenSettle visit={visit} />;
}

/** Where the team wrote differently: the leader chooses or writes another, the others look. */
function OpenSettle({ visit }: { readonly visit: OpenVisit }) {
  const { t } = useMessages();
  const { held, conflicts, leads, writable } = visit;
  const { visitId, packet } = held;
  const { settled, busy, settle, undo } = useSettle(visitId);
  const items = itemsOf(packet.checklist.content);
  const inOrder = conflicts.toSorted(
    (a, b) =>
      items.findIndex(({ code }) => code === a.itemCode) - items.findIndex(({ code }) => code === b.itemCode),
  );
  const leader = packet.team.find(({ role }) => role === 'leader');
  const left = t('field:settle.left', { count: conflicts.length });
  return (
    <div className="screen">
      <Head title={t('field:settle.title')} sub={packet.unit.name} back={{ name: 'overview', visitId }} />
      <main className="page settle">
        {conflicts.length > 0 && (
          <div className="settle-progress">
            <p className="kc-figures" role="status">
              {left}
            </p>
            {settled.length > 0 && (
              <Progress label={left} value={settled.length} max={settled.length + conflicts.length} />
            )}
          </div>
        )}
        {conflicts.length > 0 && !writable && <Notice icon="lock">{t('field:settle.read-only')}</Notice>}
        {conflicts.length > 0 && writable && !leads && (
          <Notice icon="person">{t('field:settle.with-leader', { name: leader?.fullName ?? '' })}</Notice>
        )}
        {inOrder.map((conflict, index) => (
          <SettleConflict
            key={`${conflict.itemCode} ${conflict.field}`}
            visit={visit}
            conflict={conflict}
            item={items.find(({ code }) => code === conflict.itemCode)}
            titled={inOrder[index - 1]?.itemCode !== conflict.itemCode}
            busy={busy}
            onSettle={leads && writable ? (value) => settle(conflict, value) : undefined}
          />
        ))}
        {conflicts.length === 0 && (
          <EmptyState icon="done" title={t('field:settle.none')}>
            {t('field:settle.none-text')}
          </EmptyState>
        )}
        {settled.length > 0 && (
          <section>
            <h2>{t('field:settle.just-chosen')}</h2>
            <ul className="plain-rows">
              {settled.map(({ id, conflict, value }) => (
                <li key={id}>
                  {t('field:settle.chosen', {
                    code: conflict.itemCode,
                    part: t(`field:settle.${conflict.field}`),
                    value: valueWords(t, conflict.field, value),
                  })}
                </li>
              ))}
            </ul>
          </section>
        )}
      </main>
      <footer className="foot settle-foot">
        {leads && (
          <Button
            kind="quiet"
            size="touch"
            icon="undo"
            disabled={settled.length === 0}
            busy={busy}
            onClick={() => void undo()}
          >
            {t('field:settle.undo')}
          </Button>
        )}
        <Button
          kind={conflicts.length === 0 ? 'main' : 'plain'}
          size="touch"
          onClick={() => go({ name: 'overview', visitId })}
        >
          {t('field:settle.done')}
        </Button>
      </footer>
    </div>
  );
}
