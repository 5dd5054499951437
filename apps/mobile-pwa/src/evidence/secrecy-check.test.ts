import { describe, expect, it } from 'vitest';
import type { FieldAct } from '../sync/field-act.ts';
import { fieldSchemas } from '../sync/field-schemas.ts';
import { checkSecrecy, type Marked } from './secrecy-check.ts';
import { Withheld } from './withheld.ts';

const visitId = '01900000-0000-7000-8000-000000000001';
const note = (text: string): FieldAct => ({
  action: 'answer.set',
  payload: { visitId, itemCode: 'M01', note: text },
});
const never = () => Promise.reject(new Error('nobody was to be asked'));

describe('before anything is logged', () => {
  it('nobody is asked about what bears no marking', async () => {
    const act = note('Giữ bí mật thông tin; mật độ hồ sơ cao');
    expect(await checkSecrecy(act, never)).toBe(act);
  });

  it('the person is warned, and their word that it is no secret goes with the command', async () => {
    const asked: Marked[] = [];
    const act = await checkSecrecy(note('Công văn MẬT số 12'), async (marked) => {
      asked.push(marked);
      return true;
    });
    expect(asked).toEqual([{ marking: 'MẬT', text: 'Công văn MẬT số 12' }]);
    expect(act.payload).toMatchObject({ note: 'Công văn MẬT số 12', declaredNotSecret: true });
  });

  it('nothing is logged when they take it back', async () => {
    await expect(checkSecrecy(note('TUYỆT MẬT'), async () => false)).rejects.toThrow(Withheld);
  });

  it('words for colleagues and the leader are looked at too, and the person’s word goes with them', async () => {
    const words = { visitId, note: 'Kho có hồ sơ MẬT' };
    const over = [visitId];
    const acts: FieldAct[] = [
      { action: 'visit.hand-over', payload: { ...words, toAccountId: visitId } },
      { action: 'visit.submit', payload: words },
      { action: 'visit.close', payload: words },
      { action: 'command.hand-to-leader', payload: { ...words, refusedId: visitId } },
      {
        action: 'answer.settle',
        payload: { visitId, itemCode: 'M01', field: 'note', value: words.note, over },
      },
    ];
    for (const act of acts) {
      await expect(checkSecrecy(act, async () => false)).rejects.toThrow(Withheld);
      const spoken = await checkSecrecy(act, async () => true);
      expect(fieldSchemas[act.action].parse(spoken.payload)).toMatchObject({ declaredNotSecret: true });
    }
  });

  it('nobody is asked about what is said again because a choice is taken back', async () => {
    const act: FieldAct = {
      action: 'answer.settle',
      payload: { visitId, itemCode: 'M01', field: 'note', value: 'MẬT', over: [visitId], withdraws: visitId },
    };
    expect(await checkSecrecy(act, never)).toBe(act);
  });

  it('titles, descriptions, captions and names of files are looked at alike', async () => {
    const content = { title: 'x', description: 'y', severity: 'reminder' as const, legalBasisIds: [] };
    const file = {
      ...{ evidenceId: visitId, visitId, target: { kind: 'item' as const, id: 'M01' } },
      ...{ sha256: 'a'.repeat(64), size: 1, mediaType: 'application/pdf' as const },
      ...{ name: 'a.pdf', takenAt: '2026-11-23T02:00:00.000Z' },
    };
    const acts: FieldAct[] = [
      { action: 'finding.raise', payload: { ...content, findingId: visitId, visitId, title: 'Văn bản MẬT' } },
      { action: 'finding.amend', payload: { ...content, findingId: visitId, visitId, description: 'MẬT' } },
      { action: 'evidence.attach', payload: { ...file, name: 'CV_MAT_12.pdf' } },
      { action: 'evidence.attach', payload: { ...file, caption: 'Dấu TỐI MẬT' } },
    ];
    for (const act of acts) await expect(checkSecrecy(act, async () => false)).rejects.toThrow(Withheld);
  });
});
