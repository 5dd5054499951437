import type { ChecklistSection } from '@kycuong/domain/checklist/checklist.ts';
import { Progress } from '@kycuong/ui/plain/progress.tsx';
import { useMessages } from '../language.ts';
import { answeredOf } from './progress.ts';
import type { OpenVisit } from './read-visit.ts';
import { takerOf } from './taker-of.ts';

interface SectionTakersProps {
  readonly visit: OpenVisit;
  /** Undefined where the person only looks. */
  readonly onAssign: ((section: ChecklistSection, accountId: string | null) => void) | undefined;
}

/** Each section with who takes it and how far it is. */
export function SectionTakers({ visit, onAssign }: SectionTakersProps) {
  const { t, language } = useMessages();
  const { packet } = visit.held;
  return (
    <ul className="section-takers">
      {packet.checklist.content.sections.map((section) => {
        const { code, items } = section;
        const title = section.title[language];
        const done = answeredOf(visit.view, items);
        const taker = takerOf(visit, code);
        return (
          <li key={code}>
            <div>
              <b>{title}</b>
              <span className="kc-meta row-sub">
                {done}/{items.length}
              </span>
              <Progress label={title} value={done} max={items.length} />
            </div>
            {onAssign ? (
              <select
                className="kc-input kc-input--touch"
                aria-label={t('field:team-work.taken-by', { section: title })}
                value={taker?.accountId ?? ''}
                onChange={({ target }) => onAssign(section, target.value === '' ? null : target.value)}
              >
                <option value="">{t('field:team-work.nobody')}</option>
                {packet.team.map(({ accountId, fullName }) => (
                  <option key={accountId} value={accountId}>
                    {fullName}
                  </option>
                ))}
              </select>
            ) : (
              <span>{taker?.fullName ?? t('field:team-work.nobody')}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
