import {
  reviewInputs,
  reviewInputTexts,
  reviewOutputs,
  reviewOutputTexts,
} from '@kycuong/domain/quality/review-agenda.ts';
import { formatDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import type { QualityRecord } from '../../use-quality.ts';

type Audit = Extract<QualityRecord, { type: 'audit' }>;
type Review = Extract<QualityRecord, { type: 'review' }>;
type Step = Extract<QualityRecord, { type: 'event' }>;

/** A record in the time line: its name, the gist, and the whole of it to unfold. */
export function RecordEntry({ record }: { readonly record: QualityRecord }) {
  if (record.type === 'audit') return <AuditEntry {...record} />;
  if (record.type === 'review') return <ReviewEntry {...record} />;
  return <StepEntry {...record} />;
}

function StepEntry({ kind, facts }: Step) {
  const { t } = useMessages();
  const reason = (['reorganisation', 'suspended', 'withdrawn', 'other'] as const).find(
    (known) => known === facts.reason,
  );
  const gist = [
    reason && t(`quality:close-reason-${reason}`),
    facts.decisionNo &&
      t(kind === 'notified' ? 'quality:event-letter' : 'quality:event-decision', {
        number: facts.decisionNo,
      }),
    facts.signer && t('quality:event-signer', { signer: facts.signer }),
    facts.recipient && t('quality:event-recipient', { recipient: facts.recipient }),
    facts.address,
  ].filter(Boolean);
  return (
    <>
      <b>{t(`quality:event-${kind}`)}</b>
      {gist.length > 0 && <>: {gist.join(', ')}</>}
      {facts.scope && <p className="record-said">{facts.scope}</p>}
      {facts.note && <p className="record-said">{facts.note}</p>}
    </>
  );
}

function AuditEntry({ content }: Audit) {
  const { t } = useMessages();
  const { auditors, findings, scope, conclusion } = content;
  const gist =
    findings.length === 0 ? t('audit:audit-clean') : t('audit:audit-summary', { count: findings.length });
  return (
    <>
      <b>{t('audit:audit-title')}</b>: {gist}
      <details className="record">
        <summary>{t('audit:show-more')}</summary>
        <p>
          {t('audit:audit-by', {
            names: auditors.map(({ name, unitName }) => `${name} (${unitName})`).join(', '),
          })}
        </p>
        <p>{scope}</p>
        {findings.length > 0 && (
          <ul>
            {findings.map(({ clause, grade, text }) => (
              <li key={`${clause} ${grade} ${text}`}>
                <b>{clause}</b> {t(`audit:grade-${grade}`)}: {text}
              </li>
            ))}
          </ul>
        )}
        <p>{conclusion}</p>
      </details>
    </>
  );
}

function ReviewEntry({ content }: Review) {
  const { t, language } = useMessages();
  const { chairedBy, inputs, outputs, decisions } = content;
  const gist =
    decisions.length === 0 ? t('audit:review-clean') : t('audit:review-summary', { count: decisions.length });
  return (
    <>
      <b>{t('audit:review-title')}</b>: {gist}
      <details className="record">
        <summary>{t('audit:show-more')}</summary>
        <p>{t('audit:review-by', { name: chairedBy })}</p>
        <ul>
          {reviewInputs.map((letter) => (
            <li key={letter}>
              <b>{letter})</b> {reviewInputTexts[letter][language]}: {inputs[letter]}
            </li>
          ))}
          {reviewOutputs.map(
            (output) =>
              outputs[output] && (
                <li key={output}>
                  <b>{reviewOutputTexts[output][language]}</b>: {outputs[output]}
                </li>
              ),
          )}
          {decisions.map(({ task, person, dueOn }) => (
            <li key={task}>
              {task} ({person}
              {dueOn && `, ${formatDate(dueOn)}`})
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
