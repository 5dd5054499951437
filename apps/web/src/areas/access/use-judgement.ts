import { leastPasswordLength } from '@kycuong/domain/access/change-password.ts';
import type { PasswordOwner } from '@kycuong/domain/access/password-strength.ts';
import type { Judgement } from '@kycuong/ui/form/password-field.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { useQuery } from '@tanstack/react-query';
import { passwordStrength } from './password-strength.ts';

/**
 * Says of a new password while it is typed what the server will say of it; nothing before it is known whose it is, since the
 * server may still refuse it for that. Nothing leaves the page.
 */
export function useJudgement(
  password: string,
  owner: PasswordOwner | undefined,
  current?: string,
): Judgement | undefined {
  const { t } = useMessages();
  const enough = password.length >= leastPasswordLength;
  const { data } = useQuery({ ...passwordStrength, enabled: enough });
  if (!enough || data === undefined || owner === undefined) return undefined;
  const weakness = password === current ? 'access.password-unchanged' : data.weaknessOf(password, owner);
  return weakness === undefined
    ? { isGood: true, text: t('access:strong-enough') }
    : { isGood: false, text: t('access:weak-so-far', { reason: t(`errors:${weakness}`) }) };
}
