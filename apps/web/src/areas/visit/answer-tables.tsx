import type { ChecklistSection } from '@kycuong/domain/checklist/checklist.ts';
import type { Conformity } from '@kycuong/domain/checklist/conformity.ts';
import type { MessageKey } from '@kycuong/ui/i18n.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import type { IconName } from '@kycuong/ui/plain/icon-shapes.ts';
import { State } from '@kycuong/ui/plain/state.tsx';
import type { Tone } from '@kycuong/ui/plain/tone.ts';
import { PhotoStrip } from '../../evidence/photo-strip.tsx';
import { isAnswered, type VisitAnswer, type VisitDetails } from './visit-details.ts';

const looks = {
  conform: { tone: 'done', icon: 'done', key: 'visit:conform' },
  partial: { tone: 'soon', icon: 'partly', key: 'visit:partial' },
  nonconform: { tone: 'late', icon: 'failed', key: 'visit:nonconform' },
  'not-applicable': { tone: 'calm', icon: 'not-applicable', key: 'visit:not-applicable' },
} as const satisfies Record<Conformity, { tone: Tone; icon: IconName; key: MessageKey }>;

/** The whole checklist as it was answered, a fold for each section. */
export function AnswerTables({ visit }: { readonly visit: VisitDetails }) {
  const { t } = useMessages();
  const answers = new Map(visit.answers.map((answer) => [answer.itemCode, answer]));
  if (answers.size === 0) return <p className="visit-quiet">{t('visit:no-answers')}</p>;
  return visit.checklist.content.sections.map((section) => (
    <SectionAnswers key={section.code} section={section} answers={answers} visit={visit} />
  ));
}

interface SectionAnswersProps {
  readonly section: ChecklistSection;
  readonly answers: ReadonlyMap<string, VisitAnswer>;
  readonly visit: VisitDetails;
}

function SectionAnswers({ section, answers, visit }: SectionAnswersProps) {
  const { t, language } = useMessages();
  const answered = section.items.filter(({ code }) => {
    const answer = answers.get(code);
    return answer !== undefined && isAnswered(answer);
  }).length;
  return (
    <details className="answer-section" open={answered > 0}>
      <summary>
        <b>{section.title[language]}</b>{' '}
        <span>{t('visit:section-progress', { answered, count: section.items.length })}</span>
      </summary>
      <ul>
        {section.items.map(({ code, title, count }) => {
          const answer = answers.get(code);
          const photos = visit.evidence.filter(({ target }) => target.kind === 'item' && target.id === code);
          return (
            <li key={code}>
              <span className="kc-figures">{code}</span>
              <div>
                {title[language]}
                {answer?.note && <small>{answer.note}</small>}
                {count && answer?.count != null && (
                  <small>
                    {count.label[language]}: {answer.count}
                    {count.total !== null && ` / ${count.total}`}
                  </small>
                )}
                {photos.length > 0 && <PhotoStrip photos={photos} />}
              </div>
              <Result conformity={answer?.conformity ?? null} />
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function Result({ conformity }: { readonly conformity: Conformity | null }) {
  const { t } = useMessages();
  if (conformity === null) return <State tone="calm">{t('visit:unanswered')}</State>;
  const { tone, icon, key } = looks[conformity];
  return (
    <State tone={tone} icon={icon}>
      {t(key)}
    </State>
  );
}
