import { clockToleranceMs } from '@kycuong/domain/device/device-state.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Field } from '@kycuong/ui/plain/field.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { type SubmitEvent, useState } from 'react';
import { errorText, useMessages } from '../language.ts';
import { useField, usePerson } from '../shell/field-context.ts';
import { useLive } from '../shell/use-live.ts';
import { fact, setFact } from '../sync/facts.ts';
import { defaultLabel } from './register-here.ts';

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
  if (known === undefined) return null;
  const { label, registered, refused, offsetMs } = known;
  const save = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = String(new FormData(event.currentTarget).get('label')).trim();
    if (given === '') return;
    await setFact(store, 'deviceLabel', given);
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
        <Field id="device-label" label={t('field:device.label')} help={t('field:device.label-help')}>
          <input
            id="device-label"
            name="label"
            key={label}
            className="kc-input kc-input--touch"
            defaultValue={label}
            aria-describedby="device-label-help"
            maxLength={120}
            onChange={() => setSaved(false)}
          />
        </Field>
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
