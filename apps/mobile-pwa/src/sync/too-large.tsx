import { Button } from '@kycuong/ui/plain/button.tsx';
import { useMessages } from '../language.ts';
import { OtherFiles } from '../parcel/other-files.tsx';
import { useExport } from '../parcel/use-export.ts';
import { useField, usePerson } from '../shell/field-context.ts';
import { useLive } from '../shell/use-live.ts';
import { readTooLarge } from './read-too-large.ts';
import { itemOf, wordsOf } from './say-command.ts';

/** What is alone more than the network here lets through, by name, and the ways on. */
export function TooLarge({ unitOf }: { readonly unitOf: (visitId: string) => string | undefined }) {
  const { store } = useField();
  const person = usePerson();
  const { t } = useMessages();
  const { busy, make, ...outcome } = useExport({ account: person.id, visitId: null });
  const commands = useLive(`too large ${person.id}`, () => readTooLarge(store, person.id)) ?? [];
  if (commands.length === 0) return null;
  return (
    <section aria-labelledby="too-large">
      <h2 id="too-large">{t('field:outbox.too-large-title')}</h2>
      <p className="kc-meta">{t('field:outbox.too-large')}</p>
      <ul className="plain-rows">
        {commands.map((command) => (
          <li key={command.id}>
            <b>{t(`field:command.${command.action}`, { item: itemOf(command) })}</b>
            {wordsOf(command, t) && <p className="quoted">{wordsOf(command, t)}</p>}
            <p className="kc-meta">{unitOf(command.visitId) ?? t('field:outbox.unknown-visit')}</p>
          </li>
        ))}
      </ul>
      <div className="acts">
        <Button size="touch" kind="line" icon="download" busy={busy} onClick={() => void make()}>
          {t('field:outbox.export')}
        </Button>
      </div>
      <OtherFiles {...outcome} />
    </section>
  );
}
