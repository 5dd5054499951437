import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { useEffect } from 'react';
import { useMessages } from '../language.ts';
import { useField } from '../shell/field-context.ts';
import { GoLink } from '../shell/go-link.tsx';
import { useLive } from '../shell/use-live.ts';
import { useOnline } from '../shell/use-online.ts';
import { dropFirstLook, firstLook } from '../visit/first-look.ts';
import { sayStatus } from './say-status.ts';
import { readTotals } from './status.ts';

/** The one quiet place, always top right, that says what is on the server and what waits. */
export function SyncPlace() {
  const { store } = useField();
  const { t } = useMessages();
  const online = useOnline();
  const status = useLive('status', () => readTotals(store), firstLook(store)?.totals);
  useEffect(() => dropFirstLook(store), [store]);
  if (status === undefined) return <span className="sync-place" />;
  const { icon, title, line } = sayStatus(t, status, online);
  return (
    <GoLink to={{ name: 'outbox' }} className="sync-place">
      <Icon name={icon} size={24} />
      <span className="sync-words" role="status">
        <b>{title}</b>
        <span>{line}</span>
      </span>
    </GoLink>
  );
}
