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

/** The form of the act that the address names; nothing where it is not theirs to do, or was done already. */
export function AccountAct({ person, act, onClose, onDone }: AccountActProps) {
  const { acts, roles } = person;
  const ends = { person, onClose, onDone };
  if (act === 'change' && acts.change) return <ChangeAccountForm {...ends} />;
  if (act === 'sessions' && acts.endSessions) return <EndSessionsForm {...ends} />;
  if (act === 'lock' && acts.lock) return <LockAccountForm {...ends} />;
  if (act === 'unlock' && acts.unlock) return <UnlockAccountForm {...ends} />;
  if (act === 'begin-role' && acts.beginRole) return <BeginRoleForm {...ends} />;
  if (act === 'factor' && acts.removeFactor) return <RemoveFactorForm {...ends} />;
  if (act === 'reset' && acts.reset) return <ResetPasswordForm {...ends} />;
  const marked = roles.find(({ id, mayEnd }) => mayEnd && act === `mistaken-${id}`);
  if (marked) return <MarkRoleForm key={marked.id} role={marked} {...ends} />;
  const role = roles.find(({ id, mayEnd }) => mayEnd && act === `end-${id}`);
  return role && <EndRoleForm key={role.id} role={role} {...ends} />;
}
