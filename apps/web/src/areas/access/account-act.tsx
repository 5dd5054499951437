import { Overtaken } from '../../decision/overtaken.tsx';
import { useOpened } from '../../decision/use-opened.ts';
import { BeginRoleForm } from './begin-role-form.tsx';
import { ChangeAccountForm } from './change-account-form.tsx';
import { EndRoleForm } from './end-role-form.tsx';
import { EndSessionsForm } from './end-sessions-form.tsx';
import { LockAccountForm } from './lock-account-form.tsx';
import { MarkRoleForm } from './mark-role-form.tsx';
import type { Done, OpenedAccount } from './opened-account.ts';
import { RemoveFactorForm } from './remove-factor-form.tsx';
import { ResetPasswordForm } from './reset-password-form.tsx';
import { UnlockAccountForm } from './unlock-account-form.tsx';

interface AccountActProps {
  readonly person: OpenedAccount;
  readonly act: string | undefined;
  readonly onClose: () => void;
  readonly onDone: Done;
}

const plain = {
  change: { may: 'change', Form: ChangeAccountForm },
  sessions: { may: 'endSessions', Form: EndSessionsForm },
  lock: { may: 'lock', Form: LockAccountForm },
  unlock: { may: 'unlock', Form: UnlockAccountForm },
  'begin-role': { may: 'beginRole', Form: BeginRoleForm },
  factor: { may: 'removeFactor', Form: RemoveFactorForm },
  reset: { may: 'reset', Form: ResetPasswordForm },
} as const;
const isPlain = (act: string | undefined): act is keyof typeof plain => act !== undefined && act in plain;

/** The form of the act that the address names; nothing where it was not theirs to do when it was opened. */
export function AccountAct({ person, act, onClose, onDone }: AccountActProps) {
  const { acts, roles } = person;
  const role = roles.find(({ id, mayEnd }) => mayEnd && (act === `mistaken-${id}` || act === `end-${id}`));
  const mayDo = isPlain(act) && acts[plain[act].may] ? plain[act] : undefined;
  const { thing, isOvertaken, letGo } = useOpened(act, mayDo ?? role);
  const ends = {
    person,
    onClose,
    onDone: (message: string) => {
      letGo();
      return onDone(message);
    },
  };
  if (thing === undefined) return null;
  return (
    <>
      {isOvertaken && <Overtaken />}
      {'Form' in thing ? (
        <thing.Form {...ends} />
      ) : act === `mistaken-${thing.id}` ? (
        <MarkRoleForm key={act} role={thing} {...ends} />
      ) : (
        <EndRoleForm key={act} role={thing} {...ends} />
      )}
    </>
  );
}
