import { Why } from '@kycuong/ui/console/why.tsx';
import { formatDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Link } from '@tanstack/react-router';
import type { ConclusionDetails } from './conclusion-details.ts';
import './conclusion.css';

/** As the name goes on in the middle of a sentence. */
function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}

/** The notice as it will read. The head, the foot and the pages are in the Word document. */
export function NoticeSheet({ conclusion }: { readonly conclusion: ConclusionDetails }) {
  const { t } = useMessages();
  const { round, draft, requirements, hiddenRequirements } = conclusion;
  const parts = [
    ['conclusion:results', draft.results],
    ['conclusion:strengths', draft.strengths],
    ['conclusion:shortcomings', draft.shortcomings],
    ['conclusion:causes', draft.causes],
    ['conclusion:recommendations', draft.recommendations],
  ] as const;
  return (
    <article className="notice-sheet">
      <h2>{t('conclusion:document-title')}</h2>
      <p className="notice-subject">{t('conclusion:document-subject', { name: lowerFirst(round.name) })}</p>
      <p>
        {t('conclusion:document-basis', {
          number: round.decisionNo,
          date: formatDate(round.decisionDate),
          by: round.decidedBy,
        })}
      </p>
      {parts.map(([key, text]) =>
        text ? (
          <section key={key}>
            <h3>{t(key)}</h3>
            <p>{text}</p>
          </section>
        ) : null,
      )}
      <h3>{t('conclusion:asked-of-units')}</h3>
      {requirements.length === 0 && hiddenRequirements === 0 && <p>{t('conclusion:none-asked')}</p>}
      <ol>
        {requirements.map((requirement) => (
          <RequirementLine
            key={requirement.findingId}
            requirement={requirement}
            issuedOn={conclusion.issuedOn}
          />
        ))}
      </ol>
      {hiddenRequirements > 0 && <p>{t('conclusion:hidden-requirements', { count: hiddenRequirements })}</p>}
    </article>
  );
}

interface RequirementLineProps {
  readonly requirement: ConclusionDetails['requirements'][number];
  readonly issuedOn: string | null;
}

function RequirementLine({ requirement, issuedOn }: RequirementLineProps) {
  const { t } = useMessages();
  const { unit, title, text, dueOn, dueInWorkingDays, action } = requirement;
  return (
    <li>
      <b>{unit.name}</b>: {title}. {text}{' '}
      <em>{t('conclusion:due-by', { date: formatDate(dueOn), days: dueInWorkingDays })}</em>{' '}
      <Why
        explanation={{
          facts: [
            ...(issuedOn ? [[t('conclusion:issued-on'), formatDate(issuedOn)] as const] : []),
            [t('conclusion:requirement-days'), `${dueInWorkingDays} ${t('conclusion:working-days')}`],
            [t('corrective-action:why-due'), formatDate(dueOn)],
          ],
          rule: t('conclusion:due-why-rule'),
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
