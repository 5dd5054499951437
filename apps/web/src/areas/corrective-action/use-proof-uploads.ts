import { type AttachEvidence, evidenceMediaTypes } from '@kycuong/domain/evidence/attach-evidence.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../../api.ts';
import { sendFile } from '../../evidence/send-file.ts';
import { sha256Of } from '../../evidence/sha256-of.ts';
import { failureText } from '../../refusal.ts';

interface ProofUpload {
  readonly evidenceId: string;
  readonly name: string;
  readonly bytes: number;
  readonly fraction: number;
  readonly state: 'sending' | 'sent' | 'failed';
}

function mediaTypeOf(type: string): AttachEvidence['mediaType'] | undefined {
  return evidenceMediaTypes.find((known) => known === type);
}

/** Names each file to the server, then sends its bytes. `onNamed` once the server knows of it. */
export function useProofUploads(actionId: string, onNamed: (evidenceId: string) => void) {
  const { t } = useMessages();
  const { mutateAsync: attach } = useMutation(trpc.evidence.attach.mutationOptions());
  const [items, setItems] = useState<readonly ProofUpload[]>([]);
  const [problem, setProblem] = useState<string>();

  const put = (evidenceId: string, change: Partial<ProofUpload>) =>
    setItems((before) =>
      before.map((item) => (item.evidenceId === evidenceId ? { ...item, ...change } : item)),
    );

  const addOne = async (file: File) => {
    const mediaType = mediaTypeOf(file.type);
    if (mediaType === undefined) {
      setProblem(t('corrective-action:photo-wrong', { name: file.name }));
      return;
    }
    const evidenceId = uuidV7();
    const payload: AttachEvidence = {
      evidenceId,
      visitId: null,
      target: { kind: 'corrective-action', id: actionId },
      sha256: await sha256Of(file),
      size: file.size,
      mediaType,
      name: file.name.normalize('NFC').slice(-200),
      takenAt: new Date(file.lastModified).toISOString(),
    };
    const { status } = await attach({ id: uuidV7(), payload });
    const upload: ProofUpload = {
      evidenceId,
      name: payload.name,
      bytes: file.size,
      fraction: 0,
      state: status === 'received' ? 'sent' : 'sending',
    };
    setItems((before) => [...before, upload]);
    onNamed(evidenceId);
    if (status === 'received') return;
    await sendFile(evidenceId, file, (fraction) => put(evidenceId, { fraction })).then(
      () => put(evidenceId, { state: 'sent' }),
      () => put(evidenceId, { state: 'failed' }),
    );
  };

  const add = async (files: readonly File[]) => {
    setProblem(undefined);
    for (const file of files) {
      try {
        await addOne(file);
      } catch (error) {
        setProblem(failureText(error, t));
      }
    }
  };
  return { items, problem, add };
}
