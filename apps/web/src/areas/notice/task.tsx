import { agencyName } from '@kycuong/domain/organisation/agency-name.ts';
import { TaskRow } from '@kycuong/ui/console/task-list.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { buttonClass } from '@kycuong/ui/plain/button.tsx';
import { Link } from '@tanstack/react-router';
import { signedDays } from '../../signed-days.ts';
import { taskAddress, taskKeys, type WorkItem } from './task-words.ts';

interface TaskProps {
  readonly item: WorkItem;
  readonly urgent: boolean;
}

export function Task({ item, urgent }: TaskProps) {
  const { t, language } = useMessages();
  const { kind, subject, unitName, code, personName } = item;
  const words = taskKeys[kind];
  const named = unitName !== null && language === 'vi' ? agencyName(unitName) : unitName;
  const unit = named ?? t('notice:unnamed');
  // Where the sentence names only the unit, the round is told below it.
  const about = kind === 'close-visit' || kind === 'make-visit' ? subject : null;
  const meta = [about, code, personName && t('notice:prepared-by', { name: personName })].filter(Boolean);
  const look = buttonClass({ kind: urgent ? 'main' : 'plain', size: 'small' });
  const address = taskAddress(item);
  const act = t(words.act);
  return (
    <TaskRow
      due={item.dueOn}
      workingDays={signedDays(item.deadline)}
      title={t(words.what, { subject, unit })}
      meta={meta.join(' · ')}
      urgent={urgent}
      act={
        kind === 'make-visit' ? (
          <a className={look} href={address}>
            {act}
          </a>
        ) : (
          <Link className={look} to={address}>
            {act}
          </Link>
        )
      }
    />
  );
}
