import { TaskGroup, TaskRow } from '@kycuong/ui/console/task-list.tsx';
import { formatDate, formatNumber } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { buttonClass } from '@kycuong/ui/plain/button.tsx';
import { State } from '@kycuong/ui/plain/state.tsx';
import { Link } from '@tanstack/react-router';
import type { MyWork } from './task-words.ts';

const shown = 5;

/** Units that must declare their quality system again. No last day is set, so they stand below what has one. */
export function RedeclareGroup({ redeclarations }: Pick<MyWork, 'redeclarations'>) {
  const { t, language } = useMessages();
  if (redeclarations.length === 0) return null;
  const count = (value: number) => formatNumber(value, language);
  return (
    <TaskGroup
      title={t('quality:redeclare-heading')}
      meta={t('notice:tasks', { count: count(redeclarations.length) })}
    >
      {redeclarations.slice(0, shown).map(({ unitId, unitName, because, since, predecessors }) => (
        <TaskRow
          key={unitId}
          when={
            <State tone="soon" icon="repeat">
              {t('quality:since-date', { date: formatDate(since) })}
            </State>
          }
          title={t('quality:redeclare-task', { unit: unitName })}
          meta={
            because === 'scope-changed'
              ? t('quality:redeclare-scope')
              : t('quality:redeclare-from', { units: predecessors.join(', ') })
          }
          act={
            <Link
              to="/quality-systems/$unitId"
              params={{ unitId }}
              className={buttonClass({ size: 'small' })}
            >
              {t('quality:open-record')}
            </Link>
          }
        />
      ))}
      {redeclarations.length > shown && (
        <li className="kc-task">
          <Link to="/quality-systems" search={{ todo: 'redeclare' }}>
            {t('quality:redeclare-more', { count: count(redeclarations.length - shown) })}
          </Link>
        </li>
      )}
    </TaskGroup>
  );
}
