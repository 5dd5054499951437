import { Button } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useMessages } from '../language.ts';
import { useField } from '../shell/field-context.ts';
import { go } from '../shell/route.ts';
import type { Person } from '../sync/store.ts';
import { switchTo } from './sign-in-here.ts';

interface WrongPersonProps {
  /** Who is at work on this device. */
  readonly here: Person;
  /** Who has just signed in. */
  readonly other: Person;
  readonly onAgain: () => void;
}

/** Somebody else signed in while a person's work waits: said plainly, and nothing is sent until it is put right. */
export function WrongPerson({ here, other, onAgain }: WrongPersonProps) {
  const { store, server } = useField();
  const { t } = useMessages();
  const again = async () => {
    await server.signOut().catch(() => undefined);
    onAgain();
  };
  const change = async () => {
    await switchTo(store, other);
    go({ name: 'visits' }, { replace: true });
  };
  const names = { here: here.fullName, other: other.fullName };
  return (
    <Notice
      tone="soon"
      icon="people"
      role="alert"
      title={t('field:wrong-person.wrong-person', names)}
      acts={
        <>
          <Button size="touch" kind="main" onClick={() => void again()}>
            {t('field:wrong-person.as-here', names)}
          </Button>
          <Button size="touch" kind="line" onClick={() => void change()}>
            {t('field:wrong-person.as-other', names)}
          </Button>
        </>
      }
    >
      {t('field:wrong-person.wrong-person-text', names)}
    </Notice>
  );
}
