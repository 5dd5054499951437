import { errorText } from '@kycuong/domain/error/catalogue.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Segment } from '@kycuong/ui/plain/segment.tsx';
import type { Question } from './send-import.ts';
import type { ImportSteps } from './use-import.ts';

const mostShown = 100;

/** What a person has to say before it happens, by kind; what a no means stands with each kind. */
export function ImportQuestions({ steps }: { readonly steps: ImportSteps }) {
  const { t } = useMessages();
  const { questions } = steps.known;
  if (questions.length === 0) return null;
  const open = questions.filter(({ id }) => !steps.choices.confirmed.includes(id)).length;
  const kinds = Map.groupBy(questions, ({ reason, waits }) => `${reason} ${waits}`);
  return (
    <section className="import-lines">
      <h3>
        {open > 0
          ? t('import:asked-title', { count: open })
          : t('import:answered-title', { count: questions.length })}
      </h3>
      {[...kinds].map(([kind, alike]) => (
        <QuestionsOfKind key={kind} questions={alike} steps={steps} />
      ))}
    </section>
  );
}

function QuestionsOfKind(props: { readonly questions: readonly Question[]; readonly steps: ImportSteps }) {
  const { t, language } = useMessages();
  const { questions, steps } = props;
  const { created = 0, updated = 0 } = steps.checked?.outcome ?? {};
  const otherwise = questions.some((question) => question.waits)
    ? 'import:asked-waits'
    : created + updated > 0
      ? 'import:asked-goes-on'
      : 'import:asked-stays';
  return (
    <div className="import-questions">
      <div className="kc-pair">
        <p className="kc-meta">{t(otherwise)}</p>
        {questions.length > 1 && (
          <Button
            size="small"
            onClick={() =>
              steps.answer(
                questions.map(({ id }) => id),
                true,
              )
            }
          >
            {t('import:yes-to-all', { count: questions.length })}
          </Button>
        )}
      </div>
      <ul>
        {questions.slice(0, mostShown).map(({ id, line, code, reason, details }) => {
          const words = errorText(reason, language, details);
          const place = t('import:asked-line', { line });
          return (
            <li key={id}>
              <p>
                <b>{code === '' ? place : `${place} · ${code}`}</b> {words}
              </p>
              <Segment
                label={`${place}: ${words}`}
                value={steps.choices.confirmed.includes(id) ? 'yes' : 'no'}
                options={[
                  { value: 'no', label: t('import:no') },
                  { value: 'yes', label: t('import:yes') },
                ]}
                onChange={(answer) => steps.answer([id], answer === 'yes')}
              />
            </li>
          );
        })}
      </ul>
      {questions.length > mostShown && (
        <p className="kc-meta">{t('import:asked-more', { shown: mostShown })}</p>
      )}
    </div>
  );
}
