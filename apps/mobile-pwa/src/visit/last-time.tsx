import type { VisitPacket } from '@kycuong/domain/sync/packet.ts';
import { formatDate } from '@kycuong/ui/format.ts';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useMessages } from '../language.ts';

interface LastTimeProps {
  readonly packet: Pick<VisitPacket, 'earlierFindings' | 'openActions' | 'unit'>;
  readonly itemCode: string;
}

/** What the last visit found on this line, and whether the unit still owes an answer to it. */
export function LastTime({ packet, itemCode }: LastTimeProps) {
  const { t } = useMessages();
  const last = packet.earlierFindings
    .filter((finding) => finding.itemCode === itemCode)
    .toSorted((a, b) => b.foundOn.localeCompare(a.foundOn))[0];
  const actions = packet.openActions.filter((action) => action.itemCode === itemCode);
  if (last === undefined && actions.length === 0) return null;
  return (
    <div className="last-time">
      <Notice icon="repeat">
        {last && (
          <>
            {last.unitName === packet.unit.name
              ? t('field:walk.last-time', { date: formatDate(last.foundOn) })
              : t('field:walk.last-time-at', { date: formatDate(last.foundOn), unit: last.unitName })}{' '}
            <b>{t(`field:severity.${last.severity}`)}</b>, {last.title.charAt(0).toLocaleLowerCase('vi')}
            {last.title.slice(1).replace(/\.$/, '')}.{' '}
          </>
        )}
        {actions.map(({ id, code, dueOn }) => (
          <span key={id}>{t('field:walk.open-action', { code, date: formatDate(dueOn) })} </span>
        ))}
      </Notice>
    </div>
  );
}
