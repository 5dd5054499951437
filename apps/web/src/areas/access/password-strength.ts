import { queryOptions } from '@tanstack/react-query';

/** The lists of common passwords are large: fetched with the first password that is typed anew. */
export const passwordStrength = queryOptions({
  queryKey: ['password-strength'],
  queryFn: () => import('@kycuong/domain/access/password-strength.ts'),
  staleTime: Number.POSITIVE_INFINITY,
});
