import type { Translate } from '@kycuong/ui/i18n.ts';

interface Machine {
  readonly browser: string | null;
  readonly system: string | null;
  /** What a registered tablet is called. */
  readonly deviceLabel?: string | null;
}

/** On what somebody is or was signed in, as people say it. */
export function machineText({ browser, system, deviceLabel }: Machine, t: Translate): string {
  if (deviceLabel) return deviceLabel;
  if (browser === null) return system ?? t('access:unknown-browser');
  return system === null ? browser : t('access:browser-on', { browser, system });
}
