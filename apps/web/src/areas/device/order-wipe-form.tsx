import { OrderWipe } from '@kycuong/domain/device/wipe-order.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { TextAreaField } from '@kycuong/ui/form/text-area-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { useState } from 'react';
import { trpc } from '../../api.ts';
import { Decision, DecisionActs } from '../../decision/decision.tsx';
import { KeptForm } from '../../draft/kept-form.tsx';
import { useCommand } from '../../use-command.ts';

interface OrderWipeFormProps {
  readonly deviceId: string;
  readonly onClose: () => void;
}

/** The order with its reason, beside what will happen. */
export function OrderWipeForm({ deviceId, onClose }: OrderWipeFormProps) {
  const { t } = useMessages();
  const [orderId] = useState(uuidV7);
  const form = useDomainForm(OrderWipe, { orderId, deviceId, reason: '' });
  const { send, busy } = useCommand(trpc.device.orderWipe.mutationOptions(), { form, onDone: onClose });
  return (
    <Decision title={t('device:order-wipe')}>
      <p>{t('device:order-what-happens')}</p>
      <ol className="device-steps">
        {(['contact', 'hand-in', 'destroy', 'cancel'] as const).map((step) => (
          <li key={step}>{t(`device:order-step-${step}`)}</li>
        ))}
      </ol>
      <KeptForm
        form={form}
        title={t('device:order-wipe')}
        name={`order-wipe-${deviceId}`}
        ids={['orderId']}
        onSubmit={send}
      >
        <TextAreaField
          control={form.control}
          name="reason"
          label={t('device:order-reason')}
          help={t('device:order-reason-help')}
          rows={2}
        />
        <DecisionActs confirm={t('device:order-confirm')} busy={busy} onCancel={onClose} />
      </KeptForm>
    </Decision>
  );
}
