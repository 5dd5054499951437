import { formatBytes, formatDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { PhotoStrip } from '../../evidence/photo-strip.tsx';
import type { ShownAnswer, ShownProof } from './action-query.ts';

interface AnswerViewProps {
  readonly content: ShownAnswer['content'];
  readonly proofs: readonly ShownProof[];
}

/** An answer to be read: the same four numbered parts in which it was written. */
export function AnswerView({ content, proofs }: AnswerViewProps) {
  const { t, language } = useMessages();
  const its = proofs.filter(({ evidenceId }) => content.evidenceIds.includes(evidenceId));
  const photos = its.filter(({ mediaType }) => mediaType.startsWith('image/'));
  const files = its.filter(({ mediaType }) => !mediaType.startsWith('image/'));
  return (
    <div className="answer">
      <section>
        <h3>1. {t('corrective-action:cause')}</h3>
        <p>{content.cause}</p>
      </section>
      <section>
        <h3>2. {t('corrective-action:correction')}</h3>
        <p>{content.correction}</p>
      </section>
      <section>
        <h3>3. {t('corrective-action:plan')}</h3>
        <table className="answer-plan">
          <thead>
            <tr>
              <th scope="col">{t('corrective-action:task')}</th>
              <th scope="col">{t('corrective-action:person')}</th>
              <th scope="col">{t('corrective-action:due-on')}</th>
            </tr>
          </thead>
          <tbody>
            {content.plan.map(({ task, person, dueOn }) => (
              <tr key={`${task}-${person}-${dueOn}`}>
                <td>{task}</td>
                <td>{person}</td>
                <td className="kc-figures">{dueOn && formatDate(dueOn)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section>
        <h3>4. {t('corrective-action:proof')}</h3>
        {photos.length > 0 && <PhotoStrip photos={photos} />}
        {files.map(({ evidenceId, name, size, status }) => (
          <p key={evidenceId} className="answer-file">
            <Icon name="document" />
            {status === 'received' ? <a href={`/api/evidence/${evidenceId}`}>{name}</a> : name}
            <span className="kc-meta kc-figures">{formatBytes(size, language)}</span>
          </p>
        ))}
      </section>
    </div>
  );
}
