import { MatterSection } from '@kycuong/ui/console/matter.tsx';
import { Timeline } from '@kycuong/ui/console/timeline.tsx';
import { formatDate, formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../api.ts';

type MistakenLink = inferOutput<typeof trpc.organisation.get>['mistakenLinks'][number];

/** Links of a unit that count no more, struck through, each with who says so and why. */
export function MistakenLinks({ links }: { readonly links: readonly MistakenLink[] }) {
  const { t } = useMessages();
  if (links.length === 0) return null;
  return (
    <MatterSection title={t('list-import:mistaken-links')}>
      <Timeline
        entries={links.map(({ id, predecessorName, successorName, onDate, decision, name, at, reason }) => ({
          id,
          icon: 'not-applicable',
          what: <del>{`${predecessorName} → ${successorName} · ${formatDate(onDate)} · ${decision}`}</del>,
          meta: t('list-import:mistaken-meta', { name, at: formatInstant(at), reason }),
        }))}
      />
    </MatterSection>
  );
}
