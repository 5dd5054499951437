import type { AttachEvidence } from '@kycuong/domain/evidence/attach-evidence.ts';
import { fileNameToKeep } from '@kycuong/domain/evidence/file-name.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { useMutation } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { askWhoIsIn, trpc } from '../api.ts';
import { useSignedInAgain } from '../page-owner.ts';
import { failureText, isSignedOut, refusalOf } from '../refusal.ts';
import { mediaTypeOf, refusedBytes, sendFile, sha256Of } from './send-file.ts';

/** A file on its way. `id` is its evidence's, made here before the server knows of it. */
export interface Travelling {
  readonly id: string;
  readonly file: File;
  readonly phase: 'preparing' | 'sending' | 'failed' | 'refused' | 'arrived';
  /** Bytes that have arrived. */
  readonly sent: number;
  /** Why it was refused. */
  readonly reason: string | null;
}

interface Named {
  readonly evidenceId: string;
  readonly sha256: string;
  readonly status: 'awaited' | 'received';
}

interface UploadPlace {
  readonly target: AttachEvidence['target'];
  /** What hangs there already: the same bytes are not sent twice, and one that was cut off goes on. */
  readonly known: readonly Named[];
  /** The server knows of it now, its bytes are on their way. */
  readonly onAttached: (evidenceId: string) => void;
  readonly onArrived: () => void;
}

/** Hashes, names and sends files, each by itself, and says how far each one is. */
export function useUploads({ target, known, onAttached, onArrived }: UploadPlace) {
  const { t } = useMessages();
  const [files, setFiles] = useState<readonly Travelling[]>([]);
  const stops = useRef(new Map<string, AbortController>());
  /** What could not go out because nobody was signed in. */
  const unsent = useRef(new Map<string, File>());
  const { mutateAsync } = useMutation(trpc.evidence.attach.mutationOptions());

  const change = useCallback(
    (id: string, next: Partial<Travelling>) =>
      setFiles((all) => all.map((one) => (one.id === id ? { ...one, ...next } : one))),
    [],
  );

  const attach = async (evidenceId: string, file: File, sha256: string) => {
    const mediaType = await mediaTypeOf(file);
    const payload: AttachEvidence = {
      evidenceId,
      visitId: null,
      target,
      sha256,
      size: file.size,
      mediaType,
      name: fileNameToKeep(file.name),
      takenAt: new Date().toISOString(),
      source: 'chosen',
      stated: { at: new Date(file.lastModified).toISOString(), by: 'file' },
    };
    return await mutateAsync({ id: uuidV7(), payload });
  };

  const carry = async (begun: string, file: File) => {
    const stop = new AbortController();
    let id = begun;
    stops.current.set(id, stop);
    try {
      const sha256 = await sha256Of(file);
      const same = known.find((one) => one.sha256 === sha256);
      if (same) {
        id = same.evidenceId;
        stops.current.set(id, stop);
        setFiles((all) =>
          all.filter((one) => one.id !== id).map((one) => (one.id === begun ? { ...one, id } : one)),
        );
      }
      const { status } = same ?? (await attach(id, file, sha256));
      if (stop.signal.aborted) return;
      onAttached(id);
      change(id, { phase: 'sending' });
      if (status === 'awaited')
        await sendFile({
          evidenceId: id,
          file,
          signal: stop.signal,
          onSent: (sent) => change(id, { sent }),
        });
      change(id, { phase: 'arrived', sent: file.size });
      onArrived();
    } catch (error) {
      if (stop.signal.aborted) return;
      if (isSignedOut(error) || refusedBytes(error) === 'access.not-signed-in') {
        unsent.current.set(id, file);
        askWhoIsIn();
        change(id, { phase: 'failed', reason: null });
        return;
      }
      const key = refusedBytes(error);
      const reason = key ? t(`errors:${key}`) : refusalOf(error) ? failureText(error, t) : null;
      change(id, { phase: reason === null ? 'failed' : 'refused', reason });
    }
  };

  const latestCarry = useRef(carry);
  latestCarry.current = carry;
  const goOn = useCallback(() => {
    const left = [...unsent.current];
    unsent.current.clear();
    for (const [id, file] of left) {
      change(id, { phase: 'preparing', reason: null });
      void latestCarry.current(id, file);
    }
  }, [change]);
  useSignedInAgain(goOn);

  return {
    files,
    add: (added: readonly File[]) => {
      for (const file of added) {
        const id = uuidV7();
        setFiles((all) => [...all, { id, file, phase: 'preparing', sent: 0, reason: null }]);
        void carry(id, file);
      }
    },
    again: (id: string) => {
      const one = files.find((file) => file.id === id);
      if (!one) return;
      change(id, { phase: 'preparing', reason: null });
      void carry(id, one.file);
    },
    remove: (id: string) => {
      stops.current.get(id)?.abort();
      unsent.current.delete(id);
      setFiles((all) => all.filter((one) => one.id !== id));
    },
  };
}
