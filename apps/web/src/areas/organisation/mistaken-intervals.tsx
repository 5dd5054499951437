import { MatterSection } from '@kycuong/ui/console/matter.tsx';
import { Timeline } from '@kycuong/ui/console/timeline.tsx';
import { formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Link } from '@tanstack/react-router';
import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../api.ts';
import { daysInWords } from './unit-days.tsx';

type Opened = inferOutput<typeof trpc.organisation.get>;

/** Intervals of a unit, or under its code, that never were: struck through, each with who says so and why. */
export function MistakenIntervals({ opened: { unit, mistakenIntervals } }: { readonly opened: Opened }) {
  const { t } = useMessages();
  if (mistakenIntervals.length === 0) return null;
  return (
    <MatterSection title={t('list-import:mistaken-units')}>
      <Timeline
        entries={mistakenIntervals.map(({ id, unitId, name, parentName, reason, by, at, ...days }) => {
          const words = [name, parentName, daysInWords(days, t)].filter(Boolean).join(' · ');
          return {
            id,
            icon: 'not-applicable',
            what: (
              <del>
                {unitId === null || unitId === unit.id ? (
                  words
                ) : (
                  <Link to="/units/$unitId" params={{ unitId }}>
                    {words}
                  </Link>
                )}
              </del>
            ),
            meta: t('list-import:mistaken-meta', { name: by, at: formatInstant(at), reason }),
          };
        })}
      />
    </MatterSection>
  );
}
