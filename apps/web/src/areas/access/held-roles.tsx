import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { MatterSection } from '@kycuong/ui/console/matter.tsx';
import { Timeline } from '@kycuong/ui/console/timeline.tsx';
import { formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { buttonClass } from '@kycuong/ui/plain/button.tsx';
import { Link } from '@tanstack/react-router';
import { daysInWords } from '../organisation/unit-days.tsx';
import type { HeldRole, OpenedAccount } from './opened-account.ts';

function standing({ validFrom, validUntil }: HeldRole, today: string) {
  if (validFrom > today) return { icon: 'not-yet', word: 'access:role-later', open: true } as const;
  if (validUntil !== null && validUntil < today)
    return { icon: 'not-applicable', word: 'access:role-over', open: false } as const;
  return { icon: 'done', word: 'access:role-now', open: true } as const;
}

/** All roles of a person, the latest first, each with its days and the way to its end. */
export function HeldRoles({
  person: { id, roles, mistakenRoles, acts },
}: {
  readonly person: OpenedAccount;
}) {
  const { t } = useMessages();
  const today = dateInVietnam(new Date());
  return (
    <MatterSection title={t('access:section-roles')}>
      {roles.length === 0 ? (
        <p className="kc-meta">{t('access:no-roles')}</p>
      ) : (
        <Timeline
          entries={roles.toReversed().map((role) => {
            const { icon, word, open } = standing(role, today);
            return {
              id: role.id,
              icon,
              expected: role.validFrom > today,
              what: (
                <div className="account-role">
                  <span>
                    {t(`access:role-${role.role}`)}
                    {' · '}
                    {role.unitId === null ? (
                      t('access:whole-system')
                    ) : (
                      <Link to="/units/$unitId" params={{ unitId: role.unitId }}>
                        {role.unitName}
                      </Link>
                    )}
                  </span>
                  {open && role.mayEnd && (
                    <Link
                      to="/accounts/$accountId"
                      params={{ accountId: id }}
                      search={{ act: `end-${role.id}` }}
                      className={buttonClass({ size: 'small' })}
                      aria-label={t(
                        role.validFrom > today ? 'access:take-back-title' : 'access:end-role-title',
                        {
                          role: t(`access:role-${role.role}`),
                        },
                      )}
                    >
                      {t(role.validFrom > today ? 'access:role-takes-back' : 'access:end-role')}
                    </Link>
                  )}
                  {role.mayEnd && (
                    <Link
                      to="/accounts/$accountId"
                      params={{ accountId: id }}
                      search={{ act: `mistaken-${role.id}` }}
                      className={buttonClass({ kind: 'quiet', size: 'small' })}
                      aria-label={t('list-import:mark-role-title', { role: t(`access:role-${role.role}`) })}
                    >
                      {t('list-import:by-mistake')}
                    </Link>
                  )}
                </div>
              ),
              meta: role.counts
                ? `${t(word)} · ${daysInWords(role, t)}`
                : `${t('access:role-gives-nothing')} · ${daysInWords(role, t)}`,
            };
          })}
        />
      )}
      {mistakenRoles.length > 0 && (
        <Timeline
          entries={mistakenRoles.map((role) => ({
            id: role.id,
            icon: 'not-applicable',
            what: (
              <del>
                {`${t(`access:role-${role.role}`)} · ${role.unitName ?? t('access:whole-system')} · ${daysInWords(role, t)}`}
              </del>
            ),
            meta: t('list-import:mistaken-meta', {
              name: role.name,
              at: formatInstant(role.at),
              reason: role.reason,
            }),
          }))}
        />
      )}
      {acts.beginRole && (
        <div>
          <Link
            to="/accounts/$accountId"
            params={{ accountId: id }}
            search={{ act: 'begin-role' }}
            className={buttonClass()}
          >
            {t('access:begin-role')}
          </Link>
        </div>
      )}
    </MatterSection>
  );
}
