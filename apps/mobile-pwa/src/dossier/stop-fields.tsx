import { stopForms } from '@kycuong/domain/dossier/stopped-clock.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { useMessages } from '../language.ts';
import { DateInput } from '../shell/date-input.tsx';
import type { StopDraft } from './dossier-draft.ts';

interface StopFieldsProps {
  readonly stops: readonly StopDraft[];
  readonly errors: ReadonlyMap<string, string>;
  readonly onChange: (stops: readonly StopDraft[]) => void;
}

export function StopFields({ stops, errors, onChange }: StopFieldsProps) {
  const { t } = useMessages();
  const set = (at: number, change: Partial<StopDraft>) =>
    onChange(stops.map((stop, index) => (index === at ? { ...stop, ...change } : stop)));
  return (
    <section className="stops">
      <h2 className="label">{t('field:dossier.stopped')}</h2>
      {stops.map((stop, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stop has no other identity while it is typed
        <div key={index} className="stop">
          <DateInput
            id={`stopped.${index}.from`}
            label={t('field:dossier.stop-from')}
            value={stop.from}
            error={errors.get(`stopped.${index}.from`)}
            onChange={(from) => set(index, { from })}
          />
          <DateInput
            id={`stopped.${index}.until`}
            label={t('field:dossier.stop-until')}
            value={stop.until}
            error={errors.get(`stopped.${index}.until`)}
            onChange={(until) => set(index, { until })}
          />
          <label className="kc-field" htmlFor={`stopped.${index}.form`}>
            <span className="label">{t('field:dossier.stop-form')}</span>
            <select
              id={`stopped.${index}.form`}
              className="kc-input kc-input--touch"
              value={stop.form}
              onChange={(event) => {
                const form = stopForms.find((known) => known === event.target.value);
                if (form) set(index, { form });
              }}
            >
              {stopForms.map((form) => (
                <option key={form} value={form}>
                  {t(`field:dossier.form-${form}`)}
                </option>
              ))}
            </select>
          </label>
          <Button
            size="touch"
            kind="quiet"
            icon="close"
            onClick={() => onChange(stops.filter((_, at) => at !== index))}
          >
            {t('field:dossier.stop-remove')}
          </Button>
        </div>
      ))}
      <Button
        size="touch"
        icon="plus"
        onClick={() => onChange([...stops, { from: '', until: '', form: '02' }])}
      >
        {t('field:dossier.stop-add')}
      </Button>
    </section>
  );
}
