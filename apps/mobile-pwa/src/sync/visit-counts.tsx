import { useMessages } from '../language.ts';
import type { VisitSync } from './status.ts';

const columns = ['waiting', 'sending', 'received', 'conflict', 'quarantined', 'refused', 'rested'] as const;
const heads = {
  waiting: 'field:outbox.waiting',
  sending: 'field:outbox.sending-now',
  received: 'field:outbox.received',
  conflict: 'field:outbox.conflict',
  quarantined: 'field:outbox.quarantined',
  refused: 'field:outbox.refused',
  rested: 'field:outbox.rested',
} as const;

/** One visit's counts. A column of which there is nothing is left out, but for what waits and what is received. */
export function VisitCounts({ name, counts }: { readonly name: string; readonly counts: VisitSync }) {
  const { t } = useMessages();
  const { records } = counts;
  const photos = { ...counts.photos, conflict: 0 };
  const shown = columns.filter(
    (column) => column === 'waiting' || column === 'received' || records[column] + photos[column] > 0,
  );
  return (
    <table className="counts">
      <caption>{name}</caption>
      <thead>
        <tr>
          <td />
          {shown.map((column) => (
            <th key={column} scope="col">
              {t(heads[column])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t('field:outbox.records')}</th>
          {shown.map((column) => (
            <td key={column}>{records[column]}</td>
          ))}
        </tr>
        <tr>
          <th scope="row">{t('field:outbox.photos')}</th>
          {shown.map((column) => (
            <td key={column}>{photos[column]}</td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
