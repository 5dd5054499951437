import { formerInterval } from '@kycuong/domain/organisation/former-interval.ts';
import { MarkUnitMistaken } from '@kycuong/domain/organisation/mark-unit-mistaken.ts';
import { notifyDone } from '@kycuong/ui/console/notify.tsx';
import { CheckboxField } from '@kycuong/ui/form/checkbox-field.tsx';
import { TextAreaField } from '@kycuong/ui/form/text-area-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { formatDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { useNavigate } from '@tanstack/react-router';
import type { inferOutput } from '@trpc/tanstack-react-query';
import { trpc } from '../../api.ts';
import { Decision, DecisionActs } from '../../decision/decision.tsx';
import { KeptForm } from '../../draft/kept-form.tsx';
import { useCommand } from '../../use-command.ts';
import { daysInWords } from './unit-days.tsx';
import { UnitRests } from './unit-rests.tsx';

interface MarkUnitFormProps {
  readonly opened: inferOutput<typeof trpc.organisation.get>;
  readonly onClose: () => void;
}

/** The interval whose page this is was never meant: what names it is said first, and what comes of it. */
export function MarkUnitForm({ opened: { unit, intervals, on }, onClose }: MarkUnitFormProps) {
  const { t } = useMessages();
  const navigate = useNavigate();
  const former = formerInterval(intervals, unit);
  const next = former ?? intervals.find(({ id }) => id !== unit.id);
  const form = useDomainForm(MarkUnitMistaken, {
    ...{ unitId: unit.id, reason: '', joinFormer: former !== undefined },
  });
  const { send, busy } = useCommand(trpc.organisation.markUnitMistaken.mutationOptions(), {
    form,
    // The page itself may be gone: another interval of the unit tells of it, else the map.
    onDone: () => {
      notifyDone(t('list-import:mark-done'));
      onClose();
      void (next
        ? navigate({ to: '/units/$unitId', params: { unitId: next.id } })
        : navigate({ to: '/units', search: { on } }));
    },
  });
  return (
    <Decision title={t('list-import:mark-unit-title', { name: unit.name, days: daysInWords(unit, t) })}>
      <p>{t('list-import:mark-unit-text')}</p>
      <UnitRests unitId={unit.id} />
      <KeptForm
        form={form}
        title={t('list-import:mark-unit-title', { name: unit.name, days: daysInWords(unit, t) })}
        name="mark-unit"
        onSubmit={send}
      >
        {former && (
          <CheckboxField
            control={form.control}
            name="joinFormer"
            label={t('list-import:mark-unit-join', { name: former.name })}
            help={t('list-import:mark-unit-join-help', {
              date: former.validUntil === null ? '' : formatDate(former.validUntil),
            })}
          />
        )}
        <TextAreaField control={form.control} name="reason" label={t('list-import:mark-reason')} rows={2} />
        <DecisionActs confirm={t('list-import:by-mistake')} busy={busy} onCancel={onClose} />
      </KeptForm>
    </Decision>
  );
}
