import type { EvidenceView } from '@kycuong/domain/visit/visit-view.ts';
import { formatInstant } from '@kycuong/ui/format.ts';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { useEffect, useState } from 'react';
import { useMessages } from '../language.ts';
import { useField } from '../shell/field-context.ts';
import { useLive } from '../shell/use-live.ts';
import type { FieldStore } from '../sync/store.ts';
import type { OpenVisit } from '../visit/read-visit.ts';

/** here: on this device, still to be sent · gone: named on this device, its bytes are not here any more · elsewhere. */
export type Missing = 'here' | 'gone' | 'elsewhere';

/**
 * What of a visit's evidence the server does not have, as far as this device can tell. `atServer` is what the server
 * said of colleagues' photos; null while it was not asked.
 */
export async function readMissing(
  store: FieldStore,
  evidence: readonly EvidenceView[],
  atServer: ReadonlySet<string> | null,
): Promise<{ readonly evidence: EvidenceView; readonly missing: Missing }[]> {
  const uploads = await store.uploads.bulkGet(evidence.map(({ evidenceId }) => evidenceId));
  const kept = new Set([
    ...(await store.files.toCollection().primaryKeys()).map(([, sha256]) => sha256),
    ...(await store.evidence.toCollection().primaryKeys()),
  ]);
  return evidence.flatMap((one, index): { evidence: EvidenceView; missing: Missing }[] => {
    const upload = uploads[index];
    if (upload) {
      if (upload.receivedAt !== null) return [];
      return [{ evidence: one, missing: kept.has(one.sha256) ? 'here' : 'gone' }];
    }
    return atServer === null || atServer.has(one.evidenceId) ? [] : [{ evidence: one, missing: 'elsewhere' }];
  });
}

/** The missing-evidence report on the tablet: which named photos the server still awaits, and where they are. */
export function MissingEvidence({ visit }: { readonly visit: OpenVisit }) {
  const { store, server } = useField();
  const { t } = useMessages();
  const [atServer, setAtServer] = useState<ReadonlySet<string> | null>(null);
  const evidence = [...visit.view.evidence.values()];
  const ids = evidence.map(({ evidenceId }) => evidenceId).join();
  useEffect(() => {
    if (ids === '') return;
    // Without a network the part about colleagues is left out, and said so.
    const ask = async () => {
      const states = await server.evidenceStates(ids.split(',').slice(0, 500));
      setAtServer(new Set(states.flatMap(({ id, status }) => (status === 'received' ? [id] : []))));
    };
    void ask().catch(() => undefined);
  }, [ids, server]);
  const missing =
    useLive(`missing ${ids} ${atServer?.size}`, () => readMissing(store, evidence, atServer)) ?? [];
  if (missing.length === 0) return null;
  return (
    <section>
      <h2>{t('field:missing.title', { count: missing.length })}</h2>
      <p className="kc-meta">{t(atServer === null ? 'field:missing.lead-offline' : 'field:missing.lead')}</p>
      <ul className="plain-rows">
        {missing.slice(0, 100).map(({ evidence: { evidenceId, name, author, takenAt }, missing: where }) => (
          <li key={evidenceId}>
            <Icon name={where === 'gone' ? 'warning' : 'waiting'} /> <b>{name}</b>
            <span className="kc-meta row-sub">
              {t(`field:missing.${where}`, { who: visit.nameOf(author) })} · {formatInstant(takenAt)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
