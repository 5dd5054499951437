import { itemsOf } from '@kycuong/domain/checklist/items-of.ts';
import type { AnswerValue } from '@kycuong/domain/visit/open-conflicts.ts';
import { settlementOf, withdrawalOf } from '@kycuong/domain/visit/settlement-of.ts';
import { MatterSection } from '@kycuong/ui/console/matter.tsx';
import { notifyDone } from '@kycuong/ui/console/notify.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { useRef, useState } from 'react';
import { trpc } from '../../api.ts';
import { wordsSent } from '../../draft/kept-words.ts';
import { useCommand } from '../../use-command.ts';
import { ConflictCard } from './conflict-card.tsx';
import type { VisitConflict, VisitDetails } from './visit-details.ts';

const placeOf = ({ itemCode, field }: VisitConflict) => `${itemCode} ${field}`;
const isAt = (place: VisitConflict) => (one: VisitConflict) => placeOf(one) === placeOf(place);

/** Where the team wrote differently, each side by side; the leader chooses, with a way back. */
export function ConflictSection({ visit }: { readonly visit: VisitDetails }) {
  const { t } = useMessages();
  const { visitId, conflicts, conflictCount, acts, team } = visit;
  const chosen = useRef<{ conflict: VisitConflict; form: { control: object } | undefined }>(undefined);
  /** Those of which the person writes another value. */
  const [written, setWritten] = useState<readonly VisitConflict[]>([]);
  const leave = (conflict: VisitConflict) =>
    setWritten((all) => all.filter((one) => placeOf(one) !== placeOf(conflict)));
  const takeBack = useCommand(trpc.visit.settleAnswer.mutationOptions());
  const { send, busy } = useCommand(trpc.visit.settleAnswer.mutationOptions(), {
    onDone: ({ settlementId }) => {
      if (chosen.current === undefined) return;
      const { conflict, form } = chosen.current;
      if (form) wordsSent(form);
      leave(conflict);
      notifyDone(t('visit:settled', { code: conflict.itemCode }), () => {
        void takeBack.send(withdrawalOf(visitId, conflict, settlementId));
      });
    },
  });
  const shown = [...conflicts, ...written.filter((one) => !conflicts.some(isAt(one)))];
  if (shown.length === 0) return null;
  const settle = (conflict: VisitConflict, value: AnswerValue, form?: { control: object }) => {
    chosen.current = { conflict, form };
    void send(settlementOf(visitId, conflict, value));
  };
  const items = itemsOf(visit.checklist.content);
  const place = ({ itemCode }: VisitConflict) => items.findIndex(({ code }) => code === itemCode);
  const leader = team.find(({ role }) => role === 'leader')?.fullName ?? '';
  return (
    <MatterSection title={`${t('visit:conflicts')} · ${t('visit:conflicts-left', { count: conflictCount })}`}>
      <p className="visit-quiet">
        {acts.settle ? t('visit:conflicts-leader') : t('visit:conflicts-others', { name: leader })}
      </p>
      {shown
        .toSorted((a, b) => place(a) - place(b))
        .map((conflict, index, inOrder) => (
          <ConflictCard
            key={placeOf(conflict)}
            conflict={conflict}
            item={items.find(({ code }) => code === conflict.itemCode)}
            titled={inOrder[index - 1]?.itemCode !== conflict.itemCode}
            busy={busy}
            isWriting={written.some(isAt(conflict))}
            isOvertaken={!conflicts.includes(conflict)}
            onWriting={(begins) => (begins ? setWritten((all) => [...all, conflict]) : leave(conflict))}
            onSettle={
              acts.settle && conflicts.includes(conflict)
                ? (value, form) => settle(conflict, value, form)
                : undefined
            }
          />
        ))}
    </MatterSection>
  );
}
