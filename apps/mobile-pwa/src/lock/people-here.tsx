import { Button } from '@kycuong/ui/plain/button.tsx';
import { switchTo } from '../access/sign-in-here.ts';
import { useMessages } from '../language.ts';
import { useField } from '../shell/field-context.ts';
import { useLive } from '../shell/use-live.ts';
import { peopleHere } from './keys.ts';

/** Whoever has a code on this device can go on with it, without a network too. */
export function PeopleHere() {
  const { store } = useField();
  const { t } = useMessages();
  const people = useLive('people', () => peopleHere(store)) ?? [];
  if (people.length === 0) return null;
  return (
    <section className="demo">
      <h2>{t('field:lock.people')}</h2>
      <div className="acts">
        {people.map((person) => (
          <Button key={person.id} size="touch" icon="lock" onClick={() => void switchTo(store, person)}>
            {person.fullName}
          </Button>
        ))}
      </div>
    </section>
  );
}
