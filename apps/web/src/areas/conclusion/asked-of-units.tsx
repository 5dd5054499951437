import { Why } from '@kycuong/ui/console/why.tsx';
import { formatDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Link } from '@tanstack/react-router';
import { useDeadlineWords } from '../../use-deadline-words.ts';
import type { ConclusionDetails } from './conclusion-details.ts';
import './conclusion.css';

/** Beside the paper: each demand with the way to its corrective action, and why it is due on its day. */
export function AskedOfUnits({ conclusion }: { readonly conclusion: ConclusionDetails }) {
  const { t } = useMessages();
  const { requirements, hiddenRequirements, issuedOn } = conclusion;
  return (
    <>
      {requirements.length === 0 && hiddenRequirements === 0 && <p>{t('conclusion:none-asked')}</p>}
      <ol className="asked-of-units">
        {requirements.map((requirement) => (
          <RequirementLine key={requirement.findingId} requirement={requirement} issuedOn={issuedOn} />
        ))}
      </ol>
      {hiddenRequirements > 0 && <p>{t('conclusion:hidden-requirements', { count: hiddenRequirements })}</p>}
    </>
  );
}

interface RequirementLineProps {
  readonly requirement: ConclusionDetails['requirements'][number];
  readonly issuedOn: string | null;
}

function RequirementLine({ requirement, issuedOn }: RequirementLineProps) {
  const { t } = useMessages();
  const words = useDeadlineWords();
  const { unit, title, dueOn, due, countedFrom, action } = requirement;
  return (
    <li>
      <b>{unit.name}</b>: {title}.{' '}
      <em>{t('conclusion:due-by', { date: formatDate(dueOn), length: words(due) })}</em>{' '}
      <Why
        explanation={{
          facts: [
            ...(due.event === 'minutes'
              ? [[t('conclusion:minutes-on'), formatDate(countedFrom)] as const]
              : issuedOn
                ? [[t('conclusion:issued-on'), formatDate(issuedOn)] as const]
                : []),
            [t('conclusion:requirement-days'), words(due)],
            [t('corrective-action:why-due'), formatDate(dueOn)],
          ],
          rule: t(due.unit === 'working-day' ? 'conclusion:due-why-rule' : 'conclusion:due-why-rest'),
          source: t('conclusion:due-why-source'),
        }}
      />
      {action && (
        <>
          {' '}
          <Link to="/corrective-actions/$actionId" params={{ actionId: action.id }}>
            {action.code}
          </Link>
        </>
      )}
    </li>
  );
}
