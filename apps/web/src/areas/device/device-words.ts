import { formatNumber } from '@kycuong/ui/format.ts';
import type { Translate } from '@kycuong/ui/i18n.ts';
import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../api.ts';

export type ListedDevice = inferOutput<typeof trpc.device.list>[number];

const steps = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;
const words = {
  vi: { day: 'ngày', hour: 'giờ', minute: 'phút' },
  en: { day: 'days', hour: 'hours', minute: 'minutes' },
} as const;

/** A length of time in its largest fitting unit: `365 ngày`, `8 phút`. */
export function lengthInWords(ms: number, language: 'vi' | 'en'): string {
  const length = Math.abs(ms);
  const [name, size] = steps.find(([, unit]) => length >= 2 * unit) ?? ['minute', 60_000];
  return `${formatNumber(Math.round(length / size), language)} ${words[language][name]}`;
}

/** What the device had not sent at its last contact. */
export function unsentInWords(
  { lastContactAt, unsentRecords, unsentPhotos }: ListedDevice,
  t: Translate,
): string {
  if (lastContactAt === null) return t('device:unsent-unknown');
  const [records, photos] = [unsentRecords ?? 0, unsentPhotos ?? 0];
  return records + photos === 0 ? t('device:unsent-none') : t('device:unsent-words', { records, photos });
}

export function hasUnsent({ unsentRecords, unsentPhotos }: ListedDevice): boolean {
  return (unsentRecords ?? 0) + (unsentPhotos ?? 0) > 0;
}
