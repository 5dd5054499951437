/**
 * The tablet's database as release 1 made and filled it, by the bare IndexedDB and without any of today's code. Frozen:
 * a later release adds a file beside this one and never changes it.
 */
export const author = '01900000-0000-7000-8000-000000000001';
export const visitId = '01900000-0000-7000-8000-00000000000a';
const device = '01900000-0000-7000-8000-0000000000d1';
const writtenAt = '2026-11-23T02:00:00.000Z';

const stores: readonly (readonly [
  string,
  string | readonly string[],
  readonly (readonly [string, boolean])[],
])[] = [
  [
    'commands',
    'id',
    [
      ['visitId+seq', true],
      ['visitId', false],
      ['author', false],
    ],
  ],
  [
    'receipts',
    'id',
    [
      ['visitId', false],
      ['status', false],
    ],
  ],
  ['settlements', 'refusedId', []],
  ['lanes', ['author', 'visitId'], []],
  ['packets', ['account', 'visitId'], [['account', false]]],
  ['serverCommands', ['account', 'id'], [['account+visitId', false]]],
  ['evidence', 'sha256', []],
  [
    'uploads',
    'evidenceId',
    [
      ['commandId', false],
      ['author', false],
      ['visitId', false],
      ['sha256', false],
    ],
  ],
  ['drafts', ['account', 'key'], []],
  ['meta', 'key', []],
];

function command(seq: number, action: string, payload: object) {
  return {
    ...{ action, payload, author, device, visitId, seq, writtenAt },
    id: `01900000-0000-7000-8000-0000000001${`${seq}`.padStart(2, '0')}`,
    schemaVersion: 1,
    clock: `019ab00000${`${seq}`.padStart(2, '0')}-0000-000000d1`,
    base: null,
    serverOffsetMs: -1500,
  };
}

const evidenceId = '01900000-0000-7000-8000-0000000000e1';
const sha256 = 'c'.repeat(64);
/** As they were logged; what is sent of them must be the same for ever. */
export const commands = [
  command(1, 'visit.check-in', { visitId, arrivedAt: writtenAt }),
  command(2, 'answer.set', { visitId, itemCode: 'M01', conformity: 'nonconform' }),
  command(3, 'answer.set', { visitId, itemCode: 'M01', note: 'Bảng niêm yết còn trống 14 ô.' }),
  command(4, 'finding.raise', {
    ...{ findingId: '01900000-0000-7000-8000-0000000000f1', visitId, itemCode: 'M01', severity: 'reminder' },
    ...{ title: 'Niêm yết thiếu', description: 'Thiếu 14 thủ tục.', legalBasisIds: [] },
  }),
  command(5, 'evidence.attach', {
    ...{ evidenceId, visitId, target: { kind: 'item', id: 'M01' }, sha256, size: 3 },
    ...{ mediaType: 'image/jpeg', name: 'anh.jpg', takenAt: writtenAt },
  }),
];
const [first] = commands;

const rows: Readonly<Record<string, readonly object[]>> = {
  commands,
  receipts: [
    {
      ...{ id: first?.id, visitId, status: 'applied', storedAt: writtenAt },
      text: `{"id":"${first?.id}","action":"visit.check-in","status":"applied","at":"${writtenAt}"}`,
    },
  ],
  packets: [
    {
      ...{
        account: author,
        visitId,
        status: 'open',
        fetchedAt: writtenAt,
        keptAt: writtenAt,
        revoked: false,
      },
      packet: {
        ...{ visitId, packedAt: writtenAt, status: 'open', plannedOn: '2026-11-23' },
        round: {
          id: visitId,
          code: 'R',
          name: 'Đợt',
          form: 'planned',
          field: 'combined',
          decisionNo: '1',
          decisionDate: '2026-11-01',
        },
        unit: { id: visitId, name: 'Xã Cổ Lễ', parentName: null },
        team: [{ accountId: author, fullName: 'Bùi Thị Kiểm', role: 'leader' }],
        checklist: {
          versionId: visitId,
          number: 1,
          content: { code: 'c', title: { vi: 'B', en: 'B' }, validFrom: '2026-01-01', sections: [] },
        },
        ...{ legalBases: [], holidays: [], openActions: [], earlierFindings: [] },
      },
    },
  ],
  uploads: [
    {
      ...{
        evidenceId,
        commandId: commands[4]?.id,
        author,
        visitId,
        sha256,
        size: 3,
        sentBytes: 0,
        sending: true,
      },
      ...{ address: null, failures: 0, notBefore: 0, trouble: null, receivedAt: null },
    },
  ],
  lanes: [
    {
      author,
      visitId,
      sendingIds: [commands[1]?.id],
      failures: 2,
      notBefore: 9,
      batch: 500,
      trouble: 'network',
    },
  ],
  drafts: [{ account: author, key: `open ${visitId}`, value: 'viết dở', savedAt: writtenAt }],
  meta: [
    { key: 'device', value: device },
    { key: `seq:${visitId}`, value: 5 },
    { key: 'clock', value: '019ab0000005-0000-000000d1' },
    { key: 'serverOffsetMs', value: -1500 },
    { key: `cursor:${author}`, value: '1:2:3' },
    {
      key: 'person',
      value: {
        id: author,
        username: 'kiemtra1',
        fullName: 'Bùi Thị Kiểm',
        unitName: null,
        roles: ['inspector'],
      },
    },
  ],
};

/** Makes the database `name` as release 1 left it. */
export async function make(name: string): Promise<void> {
  // Release 1 named its versions in steps of ten.
  const opening = indexedDB.open(name, 10);
  opening.onupgradeneeded = () => {
    for (const [store, key, indexes] of stores) {
      const made = opening.result.createObjectStore(store, {
        keyPath: typeof key === 'string' ? key : [...key],
      });
      for (const [path, unique] of indexes)
        made.createIndex(
          path.includes('+') ? `[${path}]` : path,
          path.includes('+') ? path.split('+') : path,
          { unique },
        );
    }
  };
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const filling = database.transaction([...database.objectStoreNames], 'readwrite');
  for (const [store, kept] of Object.entries(rows))
    for (const row of kept) filling.objectStore(store).put(row);
  filling
    .objectStore('evidence')
    .put({ sha256, blob: new Blob(['anh'], { type: 'image/jpeg' }), storedAt: writtenAt });
  await new Promise<void>((resolve, reject) => {
    filling.oncomplete = () => resolve();
    filling.onerror = () => reject(filling.error);
  });
  database.close();
}
