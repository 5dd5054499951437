import type { VisitPacket } from '@kycuong/domain/sync/packet.ts';
import type { Pulled, PulledChange } from '@kycuong/domain/sync/pull.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTablet, type Tablet } from '../testing/tablet.ts';
import { headOf } from '../visit/head-of.ts';
import { keepListing, listVisits } from '../visit/read-visit.ts';
import { fact } from './facts.ts';
import { logCommand } from './log-command.ts';
import { pullChanges } from './puller.ts';
import { readStatus } from './status.ts';
import type { LoggedCommand } from './store.ts';
import { visitHistory } from './visit-history.ts';

let tablet: Tablet;
beforeEach(() => {
  tablet = openTablet();
});
afterEach(() => tablet.store.delete());

function packet(visitId: string, commands: VisitPacket['commands'] = []): VisitPacket {
  return {
    visitId,
    packedAt: '2026-11-23T01:00:00.000Z',
    status: 'planned',
    plannedOn: '2026-11-26',
    round: {
      id: uuidV7(),
      code: 'KT-01',
      name: 'Kiểm tra',
      form: 'planned',
      field: 'procedure-control',
      decisionNo: '12/QĐ-SNV',
      decisionDate: '2026-11-02',
    },
    unit: { id: uuidV7(), name: 'Xã Ninh Giang', parentName: null },
    team: [],
    checklist: {
      versionId: uuidV7(),
      number: 1,
      content: { code: 'x', title: { vi: 'x', en: 'x' }, validFrom: '2026-01-01', sections: [] },
    },
    legalBases: [],
    holidays: [],
    openActions: [],
    earlierFindings: [],
    commands,
  };
}
const fieldCommand = ({ id, author, clock, base, writtenAt, ...rest }: LoggedCommand) => {
  if (rest.action !== 'answer.set') throw new Error('only answers here');
  return { id, author, clock, base, writtenAt, action: rest.action, payload: rest.payload };
};
const page = (cursor: string, changes: PulledChange[], rest: Partial<Pulled> = {}): Pulled => ({
  cursor,
  changes,
  more: false,
  startedOver: false,
  serverTime: '2026-11-23T02:00:05.000Z',
  ...rest,
});
const pulling = (pages: Pulled[], asked: (string | null)[] = []) => ({
  store: tablet.store,
  account: tablet.author,
  now: tablet.now,
  server: {
    pull: async (cursor: string | null) => {
      asked.push(cursor);
      return pages[asked.length - 1] ?? page(cursor ?? '', []);
    },
    packet: () => Promise.reject(new Error('not asked for')),
  },
});

describe('the puller', () => {
  it('goes on from its cursor until there is no more, and learns the server’s time', async () => {
    const { store, author, visitId } = tablet;
    const asked: (string | null)[] = [];
    const pages = [
      page('g:1:1', [{ kind: 'packet', packet: packet(visitId) }], { more: true }),
      page('g:2:9', []),
    ];
    await pullChanges(pulling(pages, asked));
    expect(asked).toEqual([null, 'g:1:1']);
    expect(await fact(store, `cursor:${author}`)).toBe('g:2:9');
    expect(await fact(store, 'serverOffsetMs')).toBe(5_000);
    expect((await store.packets.get([author, visitId]))?.packet.unit.name).toBe('Xã Ninh Giang');
  });

  it('takes its own command back from the server without doubling it', async () => {
    const { store, author, visitId } = tablet;
    const logged = await logCommand(tablet.hand(), tablet.answer('M01'));
    const command = fieldCommand(logged);
    await pullChanges(pulling([page('g:1:1', [{ kind: 'packet', packet: packet(visitId) }])]));
    await pullChanges(pulling([page('g:1:2', [{ kind: 'command', visitId, command }])]));
    await pullChanges(pulling([page('g:1:3', [{ kind: 'packet', packet: packet(visitId, [command]) }])]));
    expect((await visitHistory(store, author, visitId)).map(({ id }) => id)).toEqual([logged.id]);
  });

  it('keeps and shows the unsent work of a visit that is no longer the person’s', async () => {
    const { store, author, visitId } = tablet;
    await pullChanges(pulling([page('g:1:1', [{ kind: 'packet', packet: packet(visitId) }])]));
    await logCommand(tablet.hand(), tablet.answer('M01'));
    await pullChanges(pulling([page('g:1:2', [{ kind: 'revoked', visitId }])]));
    expect((await store.packets.get([author, visitId]))?.revoked).toBe(true);
    expect((await readStatus(store)).byVisit.get(visitId)?.records.waiting).toBe(1);
  });

  it('after a restore takes only what the new feed names for the person’s, and loses nothing written', async () => {
    const { store, author, visitId } = tablet;
    const kept = uuidV7();
    const first = [visitId, kept].map((id): PulledChange => ({ kind: 'packet', packet: packet(id) }));
    await pullChanges(pulling([page('old:1:1', first)]));
    await logCommand(tablet.hand(), tablet.answer('M01'));
    const anew = page('new:1:1', [{ kind: 'packet', packet: packet(kept) }], { startedOver: true });
    await pullChanges(pulling([anew]));
    expect((await store.packets.get([author, visitId]))?.revoked).toBe(true);
    expect((await store.packets.get([author, kept]))?.revoked).toBe(false);
    expect(await store.commands.count()).toBe(1);
  });

  it('leaves no head of a packet that says less or other than the packet', async () => {
    const { store, author, visitId } = tablet;
    const other = uuidV7();
    const first = [visitId, other].map((id): PulledChange => ({ kind: 'packet', packet: packet(id) }));
    const renamed = { ...packet(other), plannedOn: '2026-11-27' };
    const steps = [
      page('g:1:1', first),
      page('g:1:2', [{ kind: 'visit', visitId, status: 'open' }]),
      page('g:1:3', [{ kind: 'packet', packet: renamed }]),
      page('g:1:4', [{ kind: 'revoked', visitId }]),
      page('h:1:1', [{ kind: 'packet', packet: packet(visitId) }], { startedOver: true }),
    ];
    for (const step of steps) {
      await pullChanges(pulling([step]));
      const heads = new Map(
        (await listVisits(store, author)).visits.map(({ held }) => [held.visitId, held] as const),
      );
      const packets = await store.packets.toArray();
      expect(heads).toEqual(new Map(packets.map((held) => [held.visitId, headOf(held)])));
      await keepListing(store, author);
      expect(await store.heads.count()).toBe(2);
      expect((await listVisits(store, author)).computed).toBe(false);
    }
  });

  it('keeps neither page nor cursor of a pull that breaks in the middle', async () => {
    const { store, author, visitId } = tablet;
    const command = fieldCommand(await logCommand(tablet.hand(), tablet.answer('M01')));
    const pages = [page('g:1:1', [{ kind: 'packet', packet: packet(visitId, [command]) }])];
    const full = () => {
      throw new Error('the disk is full');
    };
    store.serverCommands.hook('creating', full);
    await expect(pullChanges(pulling(pages))).rejects.toThrow('full');
    expect(await store.packets.count()).toBe(0);
    expect(await fact(store, `cursor:${author}`)).toBeUndefined();
    store.serverCommands.hook('creating').unsubscribe(full);
    await pullChanges(pulling(pages));
    expect(await store.serverCommands.count()).toBe(1);
  });
});
