import { MatterSection } from '@kycuong/ui/console/matter.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import type { VisitDetails } from './visit-details.ts';

/** What the team said when it handed the visit in, and the leader on closing it. */
export function EndNotes({ notes }: { readonly notes: VisitDetails['endNotes'] }) {
  const { t } = useMessages();
  return notes.map(({ commandId, atClose, note, byName }) => (
    <MatterSection key={commandId} title={t(atClose ? 'visit:close-note' : 'visit:submit-note')}>
      <p className="visit-said">{note}</p>
      <small className="visit-small">{byName}</small>
    </MatterSection>
  ));
}
