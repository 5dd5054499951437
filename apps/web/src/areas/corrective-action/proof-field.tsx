import { evidenceMediaTypes, largestEvidenceBytes } from '@kycuong/domain/evidence/attach-evidence.ts';
import { type DroppedFile, FileDrop } from '@kycuong/ui/console/file-drop.tsx';
import { formatInstant, formatPercent } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { FieldError } from '@kycuong/ui/plain/field.tsx';
import { useWatch } from 'react-hook-form';
import { imageAddress } from '../../evidence/photo-strip.tsx';
import type { ActionDetails } from './action-details.ts';
import type { AnswerFormType } from './answer-form-type.ts';
import { useProofUploads } from './use-proof-uploads.ts';

interface ProofFieldProps {
  readonly form: AnswerFormType;
  readonly action: ActionDetails;
}

/** Files that prove the mending: named first, then sent in the background while the writing goes on. */
export function ProofField({ form, action }: ProofFieldProps) {
  const { t, language } = useMessages();
  const { control, setValue, getValues, formState } = form;
  const ids = useWatch({ control, name: 'evidenceIds' });
  const change = (evidenceIds: string[]) =>
    setValue('evidenceIds', evidenceIds, { shouldValidate: formState.submitCount > 0 });
  const uploads = useProofUploads(action.actionId, (id) => change([...getValues('evidenceIds'), id]));

  const files = ids.flatMap((id): DroppedFile[] => {
    const upload = uploads.items.find(({ evidenceId }) => evidenceId === id);
    const known = action.evidence.proofs.find(({ evidenceId }) => evidenceId === id);
    if (upload && upload.state !== 'sent')
      return [
        {
          id,
          name: upload.name,
          bytes: upload.bytes,
          meta:
            upload.state === 'failed'
              ? t('corrective-action:photo-failed')
              : t('corrective-action:photo-uploading', {
                  percent: formatPercent(upload.fraction, language, 0),
                }),
        },
      ];
    if (upload) return [{ id, name: upload.name, bytes: upload.bytes, href: imageAddress(id) }];
    if (known)
      return [
        {
          id,
          name: known.name,
          bytes: known.size,
          meta:
            known.status === 'awaited' ? t('corrective-action:proof-awaited') : formatInstant(known.takenAt),
          ...(known.status === 'received' && { href: imageAddress(id) }),
        },
      ];
    return [];
  });
  const error = formState.errors.evidenceIds?.message;
  return (
    <div id="answer-evidenceIds" tabIndex={-1}>
      <FileDrop
        files={files}
        accept={evidenceMediaTypes.join(',')}
        maxBytes={largestEvidenceBytes}
        onAdd={(added) => void uploads.add(added)}
        onRemove={(id) => change(ids.filter((other) => other !== id))}
      />
      {uploads.problem && <FieldError id="answer-upload">{uploads.problem}</FieldError>}
      {error && <FieldError id="answer-evidenceIds">{error}</FieldError>}
    </div>
  );
}
