import { finding, findingRevision } from '@kycuong/db/schema/finding.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnyCommand } from '../command.ts';
import { perform } from '../door.ts';
import { type FieldHouse, type FieldRound, openFieldHouse, testBasis } from '../testing/field-house.ts';
import { amendFinding } from './amend-finding.ts';
import { raiseFinding } from './raise-finding.ts';

let house: FieldHouse;
let round: FieldRound;
beforeAll(async () => {
  house = await openFieldHouse();
  round = await house.addRound();
});
afterAll(() => house.close());

const late = (change: object = {}) => ({
  findingId: uuidV7(),
  visitId: round.visitId('coLe'),
  itemCode: 'M15',
  title: 'Trả kết quả quá hạn',
  description: '5 hồ sơ đất đai quá hạn, không có văn bản xin lỗi.',
  severity: 'rectification' as const,
  legalBasisIds: [testBasis],
  ...change,
});

describe('a finding', () => {
  it('is raised and amended by the team alone', async () => {
    const stranger = { ground: house.ground, caller: { kind: 'person', accountId: uuidV7() } } as const;
    const each: readonly AnyCommand[] = [raiseFinding, amendFinding];
    for (const definition of each) {
      const payload = late();
      await expect(perform(definition, stranger, { id: uuidV7(), payload })).rejects.toMatchObject({
        code: 'unauthenticated',
      });
      for (const [name, code] of [
        ['office', 'forbidden'],
        ['headCoLe', 'forbidden'],
        ['outsider', 'not-found'],
      ] as const)
        expect(JSON.parse(await house.send(name, definition, payload))).toMatchObject({ reason: { code } });
    }
  });

  it('names the field that is wrong', async () => {
    for (const [change, field, key] of [
      [{ title: ' ' }, 'title', 'input.required'],
      [{ severity: 'grave' }, 'severity', 'input.wrong-choice'],
    ] as const) {
      const receipt = JSON.parse(await house.send('inspector', raiseFinding, late(change)));
      expect(receipt).toMatchObject({ reason: { issues: [{ field, key }] } });
    }
    await expect(
      house.run('inspector', raiseFinding, late({ legalBasisIds: [testBasis, 'khong-co'] })),
    ).rejects.toMatchObject({
      key: 'finding.legal-basis-unknown',
      details: { field: 'legalBasisIds.1', legalBasisId: 'khong-co' },
    });
    await expect(house.run('inspector', raiseFinding, late({ itemCode: 'Q99' }))).rejects.toMatchObject({
      key: 'visit.item-unknown',
    });
  });

  it('is raised once under its id, and amended at its own visit only', async () => {
    const payload = late();
    await house.run('inspector', raiseFinding, payload);
    await expect(house.run('leader', raiseFinding, payload)).rejects.toMatchObject({ key: 'record.exists' });
    const elsewhere = { ...payload, visitId: round.visitId('ninhGiang') };
    await expect(house.run('inspector', amendFinding, elsewhere)).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('keeps every revision, shows the latest, and leaves an entry each', async () => {
    const payload = late();
    const ids = [uuidV7(), uuidV7()];
    const amended = { ...payload, title: 'Trả kết quả quá hạn 5 hồ sơ', severity: 'review' as const };
    const send = async () => [
      await house.send('inspector', raiseFinding, payload, ids[0]),
      await house.send('leader', amendFinding, amended, ids[1]),
    ];
    const first = await send();
    expect(await send()).toEqual(first);
    expect(JSON.parse(first[1] ?? '')).toMatchObject({ status: 'applied', result: { revision: 2 } });
    const { findingId } = payload;
    const rows = await house.look('leader', (tx) =>
      tx.select().from(finding).where(eq(finding.id, findingId)),
    );
    expect(rows).toMatchObject([
      {
        title: amended.title,
        severity: 'review',
        revision: 2,
        raisedBy: house.accountId('inspector'),
        releasedAt: null,
      },
    ]);
    const revisions = await house.look('leader', (tx) =>
      tx
        .select()
        .from(findingRevision)
        .where(eq(findingRevision.findingId, findingId))
        .orderBy(asc(findingRevision.revision)),
    );
    expect(revisions).toMatchObject([
      { id: ids[0], title: payload.title, writtenBy: house.accountId('inspector') },
      { id: ids[1], title: amended.title, writtenBy: house.accountId('leader') },
    ]);
    for (const [index, id] of ids.entries()) {
      const entries = await house.lookAsSystem((tx) =>
        tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)),
      );
      expect(entries).toMatchObject([
        { action: index === 0 ? 'finding.raise' : 'finding.amend', subjectId: round.visitId('coLe') },
      ]);
    }
  });
});
