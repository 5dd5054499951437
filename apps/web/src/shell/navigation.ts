import type { Role } from '@kycuong/domain/access/role.ts';
import type { MessageKey } from '@kycuong/ui/i18n.ts';
import type { IconName } from '@kycuong/ui/plain/icon-shapes.ts';
import type { Account } from '../session.ts';
import { holdsAny } from '../session.ts';

interface Place {
  readonly to: string;
  readonly icon: IconName;
  /** Where else one is in this place. */
  readonly also?: string;
  readonly label: MessageKey;
  /** What the head of a unit calls it. */
  readonly agencyLabel?: MessageKey;
  /** Everyone when left out. */
  readonly roles?: readonly Role[];
}

/** Tasks in the person's own words, in the order of a day; thin rules stand between the groups. */
const groups: readonly (readonly Place[])[] = [
  [
    { to: '/', icon: 'inbox', label: 'shell:nav-home' },
    {
      to: '/corrective-actions',
      icon: 'flag',
      label: 'shell:nav-corrective-actions',
      agencyLabel: 'shell:nav-corrective-actions-agency',
      roles: ['programme-office', 'leadership', 'agency-head', 'inspector'],
    },
    {
      to: '/rounds',
      icon: 'route',
      label: 'shell:nav-rounds',
      agencyLabel: 'shell:nav-rounds-agency',
      roles: ['programme-office', 'leadership', 'agency-head', 'inspector'],
    },
    {
      to: '/conclusions',
      icon: 'document',
      label: 'shell:nav-conclusions',
      roles: ['programme-office', 'leadership', 'inspector'],
    },
  ],
  [
    {
      to: '/coverage',
      icon: 'chart',
      label: 'shell:nav-coverage',
      roles: ['leadership', 'quality-office', 'programme-office'],
    },
    {
      to: '/quality-systems',
      icon: 'shield',
      label: 'shell:nav-quality-systems',
      roles: ['quality-office', 'leadership', 'agency-head'],
    },
    {
      to: '/checklists',
      icon: 'checklist',
      label: 'shell:nav-checklists',
      roles: ['programme-office', 'administrator'],
    },
  ],
  [
    {
      to: '/units',
      also: '/imports',
      icon: 'building',
      label: 'shell:nav-units',
      roles: ['administrator', 'programme-office', 'quality-office', 'leadership'],
    },
    { to: '/accounts', icon: 'people', label: 'shell:nav-accounts', roles: ['administrator'] },
    { to: '/devices', icon: 'tablet', label: 'shell:nav-devices', roles: ['administrator'] },
    {
      to: '/holidays',
      icon: 'calendar',
      label: 'shell:nav-holidays',
      roles: ['administrator', 'programme-office'],
    },
    { to: '/security-log', icon: 'lock', label: 'shell:nav-security-log', roles: ['administrator'] },
    { to: '/trail', icon: 'list', label: 'shell:nav-trail', roles: ['administrator'] },
  ],
];

/** The places of one person; `exists` leaves out those whose pages are not built in. */
export function placesOf(account: Account, exists: (to: string) => boolean) {
  const agency = holdsAny(account, ['agency-head']);
  return groups
    .map((places) =>
      places
        .filter(({ to, roles }) => exists(to) && (roles === undefined || holdsAny(account, roles)))
        .map(({ to, icon, also, label, agencyLabel }) => ({
          ...{ to, icon, also },
          label: (agency && agencyLabel) || label,
        })),
    )
    .filter((places) => places.length > 0);
}
