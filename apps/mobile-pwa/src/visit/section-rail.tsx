import type { ChecklistSection } from '@kycuong/domain/checklist/checklist.ts';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { Progress } from '@kycuong/ui/plain/progress.tsx';
import { useState } from 'react';
import { useMessages } from '../language.ts';
import { usePerson } from '../shell/field-context.ts';
import { GoLink } from '../shell/go-link.tsx';
import { answeredOf, isAnswered } from './progress.ts';
import type { OpenVisit } from './read-visit.ts';
import { takerOf } from './taker-of.ts';

interface RailProps {
  readonly visit: OpenVisit;
  readonly here: ChecklistSection | null;
}

/** Sections with their progress, then what belongs to the visit as a whole. On a phone it folds under its head. */
export function SectionRail({ visit, here }: RailProps) {
  const { t, language } = useMessages();
  const [open, setOpen] = useState(false);
  const { held, view } = visit;
  const { visitId } = held;
  const me = usePerson().id;
  const { sections } = held.packet.checklist.content;
  const firstOf = ({ items }: ChecklistSection) =>
    (items.find(({ code }) => !isAnswered(view, code)) ?? items[0])?.code ?? '';
  const places = [
    { name: 'dossiers', count: view.dossiers.size },
    { name: 'findings', count: view.findings.size },
    { name: 'overview', count: 0 },
    ...(held.packet.team.length > 1 ? [{ name: 'team', count: 0 } as const] : []),
  ] as const;
  return (
    <nav className={`rail${open ? ' rail--open' : ''}`} aria-label={t('field:walk.sections')}>
      {here && (
        <button type="button" className="rail-fold" aria-expanded={open} onClick={() => setOpen(!open)}>
          <b>{here.title[language]}</b>
          <span className="kc-figures">
            {answeredOf(view, here.items)}/{here.items.length}
          </span>
          <Icon name={open ? 'chevron-up' : 'chevron-down'} />
        </button>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the links inside take the keys; this only folds the list after them */}
      <ol onClick={() => setOpen(false)}>
        {sections.map((section) => {
          const done = answeredOf(view, section.items);
          const all = section.items.length;
          const current = section.code === here?.code;
          const name = `${done}/${all}`;
          return (
            <li key={section.code}>
              <GoLink
                to={{ name: 'walk', visitId, item: firstOf(section) }}
                className="rail-row"
                current={current}
              >
                <b>{section.title[language]}</b>
                <span className={done === all ? 'rail-count rail-count--done' : 'rail-count'}>
                  {done === all && <Icon name="done" size={16} />}
                  {name}
                </span>
                <Taker visit={visit} code={section.code} me={me} />
                {current && done < all && <Progress label={section.title[language]} value={done} max={all} />}
              </GoLink>
            </li>
          );
        })}
        {places.map(({ name, count }, index) => (
          <li key={name} className={index === 0 ? 'rail-break' : undefined}>
            <GoLink to={{ name, visitId }} className="rail-row rail-row--place">
              <b>{t(`field:walk.${name}`)}</b>
              {count > 0 && <span className="rail-count">{count}</span>}
            </GoLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Whose part it is, where the leader has said. */
function Taker({
  visit,
  code,
  me,
}: {
  readonly visit: OpenVisit;
  readonly code: string;
  readonly me: string;
}) {
  const { t } = useMessages();
  const taker = takerOf(visit, code);
  if (taker === undefined) return null;
  const mine = taker.accountId === me;
  return (
    <span className={mine ? 'rail-taker rail-taker--mine' : 'rail-taker'}>
      <Icon name="person" size={16} />
      {mine ? t('field:team.mine') : taker.fullName}
    </span>
  );
}
