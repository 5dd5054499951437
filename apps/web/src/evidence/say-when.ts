import { formatInstant } from '@kycuong/ui/format.ts';
import type { Translate } from '@kycuong/ui/i18n.ts';

/** When a photo or file was taken or added, by the server's clock, and what stands beside that. */
export interface Dated {
  readonly takenAt: string;
  readonly source?: 'camera' | 'chosen' | null | undefined;
  readonly stated?: { readonly at: string; readonly by: 'photo' | 'file' } | null | undefined;
  readonly clock?: OwnClock;
}

interface OwnClock {
  readonly deviceAt: string | null;
  readonly clockUnknown: boolean;
}

/** What the device's own clock said, where it was another time or nobody knows how it went; else nothing. */
export function sayOwnClock(t: Translate, { deviceAt, clockUnknown }: OwnClock): string {
  const said = [
    deviceAt && t('visit:device-clock', { when: formatInstant(deviceAt) }),
    clockUnknown && t('visit:clock-unknown'),
  ].filter(Boolean);
  return said.length === 0 ? '' : ` (${said.join('; ')})`;
}

export function sayWhen(t: Translate, { takenAt, source, stated, clock }: Dated): string {
  const key = source === 'camera' ? 'visit:taken-at' : 'visit:added-at';
  const at = t(key, { when: formatInstant(takenAt) });
  const own = stated ? `, ${t(`visit:by-${stated.by}`, { when: formatInstant(stated.at) })}` : '';
  return `${at}${own}${clock ? sayOwnClock(t, clock) : ''}`;
}
