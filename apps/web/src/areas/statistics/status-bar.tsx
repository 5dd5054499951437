import { useMessages } from '@kycuong/ui/i18n.ts';
import { type Funnel, statusOrder } from './figures.ts';

/** A small square of the level's fill, beside its word. */
export function StatusSwatch({ status }: { readonly status: keyof Funnel }) {
  return <span className={`swatch fill-${status}`} aria-hidden="true" />;
}

/** One bar of all units, divided by level in the order of the legend. */
export function StatusBar({ funnel, units }: { readonly funnel: Funnel; readonly units: number }) {
  const { t } = useMessages();
  const parts = statusOrder.filter((status) => funnel[status] > 0);
  return (
    <span
      className="status-bar"
      role="img"
      aria-label={parts.map((status) => `${t(`quality:status-${status}`)} ${funnel[status]}`).join(', ')}
    >
      {parts.map((status) => (
        <span
          key={status}
          className={`fill-${status}`}
          style={{ width: `${(funnel[status] / units) * 100}%` }}
        />
      ))}
    </span>
  );
}
