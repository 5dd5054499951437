import type { TeamRole } from '@kycuong/domain/access/role.ts';
import type { MessageKey } from '@kycuong/ui/i18n.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';

export const teamRoleKeys = {
  leader: 'planning:role-leader',
  secretary: 'planning:role-secretary',
  member: 'planning:role-member',
} as const satisfies Record<TeamRole, MessageKey>;

interface TeamListProps {
  readonly team: readonly {
    readonly accountId: string;
    readonly fullName: string;
    readonly role: TeamRole;
  }[];
}

/** The team, leader first; "member" goes without saying. */
export function TeamList({ team }: TeamListProps) {
  const { t } = useMessages();
  return (
    <ul>
      {team.map(({ accountId, fullName, role }) => (
        <li key={accountId}>
          {fullName}
          {role !== 'member' && `, ${t(teamRoleKeys[role]).toLocaleLowerCase('vi')}`}
        </li>
      ))}
    </ul>
  );
}
