import { AttachEvidence } from '@kycuong/domain/evidence/attach-evidence.ts';
import { CommandEnvelope } from '@kycuong/domain/sync/command-envelope.ts';
import type { FieldCommand } from '@kycuong/domain/sync/field-command.ts';
import type { ParcelHead } from '@kycuong/domain/sync/parcel.ts';
import { type ByteSource, readParcel, sha256Hex, verifyParts } from '@kycuong/domain/sync/parcel-file.ts';
import { openPart, type ParcelKeys, readRows, unwrapParcel } from '@kycuong/domain/sync/parcel-seal.ts';
import { deviceKeys } from '../device/device-keys.ts';
import { deviceId } from '../sync/facts.ts';
import { fieldSchemas } from '../sync/field-schemas.ts';
import type { FieldStore } from '../sync/store.ts';

export function blobSource(file: Blob): ByteSource {
  return {
    size: file.size,
    read: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
  };
}

/** The key of a parcel that is sealed for this device; undefined when it is for others. */
export async function ownKey(store: FieldStore, head: ParcelHead): Promise<ParcelKeys | undefined> {
  const id = await deviceId(store);
  const agree = (await deviceKeys(store))?.agree;
  const isMeant = head.recipients.some((one) => one.kind === 'device' && one.id === id);
  if (!agree || !isMeant) return undefined;
  return unwrapParcel(head, { kind: 'device', id, privateKey: agree.privateKey });
}

export type CarriedCommand = FieldCommand & { readonly visitId: string };

/** A command that this release understands; anything else is for the server alone. */
export function readCommand(raw: unknown): CarriedCommand | undefined {
  const { data } = CommandEnvelope.safeParse(raw);
  const schema = Object.entries(fieldSchemas).find(([action]) => action === data?.action)?.[1];
  if (data === undefined || schema?.safeParse(data.payload).success !== true) return undefined;
  // The pair of action and payload was just held against its schema.
  return data as unknown as CarriedCommand;
}

export interface CheckedParcel {
  readonly head: ParcelHead;
  /** In the order in which they were written. */
  readonly commands: readonly CarriedCommand[];
  /** Gives the photos one after another. */
  readonly photos: () => AsyncGenerator<{
    readonly sha256: string;
    readonly bytes: Uint8Array<ArrayBuffer>;
    readonly mediaType: string;
  }>;
  /** False: sealed for the province only. It can be handed in from here, not read. */
  readonly opened: boolean;
}

/** Holds a parcel whole against its head, and opens it where it is sealed for this device. @throws DomainError */
export async function checkParcel(store: FieldStore, file: Blob): Promise<CheckedParcel> {
  const source = blobSource(file);
  const parcel = await readParcel(source);
  await verifyParts(source, parcel);
  const { head } = parcel;
  const keys = await ownKey(store, head);
  if (keys === undefined) return { head, commands: [], photos: async function* () {}, opened: false };
  const raw: unknown[] = [];
  for (const [index, { kind }] of head.parts.entries())
    if (kind === 'rows')
      raw.push(
        ...readRows(await openPart(source, parcel, keys, index)).commands.map(({ command }) => command),
      );
  const commands = raw
    .flatMap((one) => readCommand(one) ?? [])
    .toSorted((a, b) => (a.clock < b.clock ? -1 : 1));
  const types = new Map(
    commands.flatMap(({ action, payload }) => {
      const { data } = action === 'evidence.attach' ? AttachEvidence.safeParse(payload) : { data: undefined };
      return data ? [[data.sha256, data.mediaType] as const] : [];
    }),
  );
  return {
    head,
    commands,
    opened: true,
    photos: async function* () {
      for (const [index, { kind }] of head.parts.entries()) {
        if (kind !== 'photo') continue;
        const bytes = await openPart(source, parcel, keys, index);
        const sha256 = await sha256Hex(bytes);
        const mediaType = types.get(sha256);
        if (mediaType !== undefined) yield { sha256, bytes, mediaType };
      }
    },
  };
}
