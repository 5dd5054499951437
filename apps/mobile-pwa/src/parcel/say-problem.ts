import { errorText, type Translate } from '../language.ts';
import { ServerFailure } from '../sync/server-failure.ts';
import { NoParcel } from './no-parcel.ts';

/** Why handing in sealed came to nothing, or not to all of it. */
export function sayProblem(t: Translate, error: unknown): string {
  if (error instanceof NoParcel) return t(`field:parcel.problem-${error.why}`);
  if (!(error instanceof ServerFailure)) return t('field:outbox.trouble-server');
  if (error.key !== null) return errorText(error.key, error.details);
  if (error.trouble === 'too-large') return t('field:parcel.problem-too-large');
  return t(`field:outbox.trouble-${error.trouble}`);
}
