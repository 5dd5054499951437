import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import type { AnswerCorrectiveAction } from '@kycuong/domain/corrective-action/answer-corrective-action.ts';
import { type DroppedFile, FileDrop } from '@kycuong/ui/console/file-drop.tsx';
import { useNamedField } from '@kycuong/ui/form/form-frame.ts';
import { formatDayMonth, formatPercent } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { FieldError } from '@kycuong/ui/plain/field.tsx';
import type { ReactNode } from 'react';
import { type Control, useController } from 'react-hook-form';
import { imageAddress } from '../../evidence/photo-strip.tsx';
import { acceptedFiles, largestFileBytes } from '../../evidence/send-file.ts';
import type { Travelling, useUploads } from '../../evidence/use-uploads.ts';
import type { ShownProof } from './action-query.ts';

interface ProofFieldProps {
  readonly control: Control<AnswerCorrectiveAction, unknown, AnswerCorrectiveAction>;
  /** All that hangs on the action, chosen for the answer or not. */
  readonly proofs: readonly ShownProof[];
  readonly uploads: ReturnType<typeof useUploads>;
  readonly state: ReactNode;
}

/** Files chosen for the answer: those that are here, and those on their way. */
export function ProofField({ control, proofs, uploads, state }: ProofFieldProps) {
  const { t, language } = useMessages();
  const label = t('corrective-action:proof');
  const id = useNamedField('evidenceIds', { label, asks: 'choose', judge: undefined });
  const { field, fieldState } = useController({ control, name: 'evidenceIds' });
  const chosen: readonly string[] = field.value;

  const travelling = ({ id: evidenceId, file, phase, sent, reason }: Travelling): DroppedFile => ({
    id: evidenceId,
    name: file.name,
    bytes: file.size,
    ...(phase === 'sending' && { sent }),
    meta:
      phase === 'failed' ? (
        <>
          {t('corrective-action:file-failed')}{' '}
          <Button kind="quiet" size="small" onClick={() => uploads.again(evidenceId)}>
            {t('corrective-action:file-again')}
          </Button>
        </>
      ) : phase === 'refused' ? (
        t('corrective-action:file-refused', { reason: reason ?? '' })
      ) : phase === 'sending' ? (
        t('corrective-action:file-sending', { percent: formatPercent(sent / file.size, language, 0) })
      ) : (
        t('corrective-action:file-preparing')
      ),
  });
  const here = ({
    evidenceId,
    name,
    size,
    mediaType,
    status,
    attachedBy,
    attachedAt,
  }: ShownProof): DroppedFile => ({
    id: evidenceId,
    name,
    bytes: size,
    ...(status === 'received' && { href: `/api/evidence/${evidenceId}` }),
    ...(status === 'received' && mediaType.startsWith('image/') && { picture: imageAddress(evidenceId) }),
    meta:
      status === 'awaited'
        ? t('corrective-action:file-awaited')
        : [attachedBy, formatDayMonth(dateInVietnam(new Date(attachedAt)))].filter(Boolean).join(', '),
  });
  const under = uploads.files.filter(
    (one) => one.phase !== 'arrived' || !proofs.some(({ evidenceId }) => evidenceId === one.id),
  );
  const underIds = new Set(under.map((one) => one.id));
  const files = [
    ...proofs.filter(({ evidenceId }) => chosen.includes(evidenceId) && !underIds.has(evidenceId)).map(here),
    ...under.map(travelling),
  ];
  return (
    <div className="kc-field">
      <div className="kc-field-head">
        <label htmlFor={id}>4. {label}</label>
        {state}
      </div>
      <p className="kc-field-help">{t('corrective-action:proof-help')}</p>
      <FileDrop
        id={id}
        camera
        files={files}
        accept={acceptedFiles}
        anyKind
        maxBytes={largestFileBytes}
        onAdd={uploads.add}
        onRemove={(removed) => {
          uploads.remove(removed);
          field.onChange(chosen.filter((one) => one !== removed));
        }}
      />
      {fieldState.error?.message && <FieldError id={id}>{fieldState.error.message}</FieldError>}
    </div>
  );
}
