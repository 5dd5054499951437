import { clockToleranceMs } from '@kycuong/domain/device/device-state.ts';
import { longestLabel, RegisterDevice } from '@kycuong/domain/device/register-device.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { type SubmitEvent, useState } from 'react';
import { errorText, useMessages } from '../language.ts';
import { useField, usePerson } from '../shell/field-context.ts';
import { TouchField } from '../shell/touch-field.tsx';
import { useDraft } from '../shell/use-draft.ts';
import { useLive } from '../shell/use-live.ts';
import { fact, setFact } from '../sync/facts.ts';
import { defaultLabel } from './register-here.ts';

const isText = (value: unknown): value is string => typeof value === 'string';

const Label = RegisterDevice.shape.label;

/** What the device is called at the office, to be named by whoever works on it; and whether its clock is right. */
export function ThisDevice() {
  const { store, sync } = useField();
  const person = usePerson();
  const { t } = useMessages();
  const [saved, setSaved] = useState(false);
  const known = useLive('this-device', async () => ({
    label: (await fact(store, 'deviceLabel')) ?? defaultLabel(person),
    registered: (await fact(store, 'registration'))?.accounts.includes(person.id) ?? false,
    refused: await fact(store, 'registrationRefused'),
    offsetMs: (await fact(store, 'serverOffsetMs')) ?? 0,
  }));
  const draft = useDraft('device-label', known?.label, isText);
  if (known === undefined || draft === undefined) return null;
  const { value } = draft;
  const { registered, refused, offsetMs } = known;
  const save = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = Label.safeParse(value).data;
    if (given === undefined) return;
    await setFact(store, 'deviceLabel', given);
    await draft.drop();
    setSaved(true);
    sync.nudge();
  };
  return (
    <section className="this-device">
      <h2>{t('field:device.title')}</h2>
      {Math.abs(offsetMs) > clockToleranceMs && (
        <Notice tone="soon" title={t('field:device.clock-off')}>
          {t('field:device.clock-off-text')}
        </Notice>
      )}
      <form onSubmit={(event) => void save(event)}>
        <TouchField
          id="device-label"
          label={t('field:device.label')}
          help={t('field:device.label-help')}
          limit={longestLabel}
          value={value}
          onChange={(now) => {
            draft.change(now);
            setSaved(false);
          }}
        />
        <Button type="submit" size="touch">
          {t('field:device.save')}
        </Button>
      </form>
      <p className="kc-meta" role="status">
        {saved && `${t('field:device.saved')} `}
        {refused && !registered
          ? errorText(refused, {})
          : t(registered ? 'field:device.registered' : 'field:device.not-registered')}
      </p>
    </section>
  );
}
