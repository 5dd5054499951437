import { leastPasswordLength } from '@kycuong/domain/access/change-password.ts';
import type { PasswordOwner } from '@kycuong/domain/access/password-strength.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { useQuery } from '@tanstack/react-query';

/** The lists of common passwords are large: fetched with the first password that is typed anew. */
const strength = () => import('@kycuong/domain/access/password-strength.ts');

/** Says of a new password while it is typed what the server will say of it. Nothing leaves the page. */
export function useJudgement(password: string, owner: PasswordOwner): string | undefined {
  const { t } = useMessages();
  const enough = password.length >= leastPasswordLength;
  const { data } = useQuery({
    queryKey: ['password-strength'],
    queryFn: strength,
    enabled: enough,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!enough || data === undefined) return undefined;
  const weakness = data.weaknessOf(password, owner);
  return weakness === undefined
    ? t('access:strong-enough')
    : t('access:weak-so-far', { reason: t(`errors:${weakness}`) });
}
