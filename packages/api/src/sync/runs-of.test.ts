import { mostPushedAtOnce } from '@kycuong/domain/sync/push.ts';
import { describe, expect, it } from 'vitest';
import { runsOf } from './runs-of.ts';

let seq = 0;
const visitId = '01a22a46-b147-738b-9666-87396402aaef';
function write(author: string, action: string, payload: object, base: string | null = null) {
  seq += 1;
  const id = `01a22a46-b147-738b-9666-${String(seq).padStart(12, '0')}`;
  return { id, action, author, visitId, base, payload, seq };
}
type Written = ReturnType<typeof write>;
const answer = (author: string, itemCode: string, base: string | null = null) =>
  write(author, 'answer.set', { visitId, itemCode }, base);
const claimOf = (command: unknown) => {
  const author: unknown = Object(command).author;
  return { author: typeof author === 'string' ? author : undefined, vouched: true };
};
const elsewhere = <One extends object>(command: One) => ({ ...command, visitId: 'another' });
const opened = (commands: readonly unknown[]) => commands.map((command) => ({ command, bytes: 1 }));
const runs = async (...commands: unknown[]) =>
  (await runsOf(opened(commands), claimOf)).map(({ author, commands: of }) => [
    author,
    of.map((one) => commands.indexOf(one)),
  ]);

describe('the runs in which a parcel is judged', () => {
  it('are as many as its authors, however they take turns, where nobody builds on another', async () => {
    const turns: unknown[] = Array.from({ length: 600 }, (_, index) =>
      answer(index % 2 === 0 ? 'A' : 'B', `M${index}`),
    );
    const made = await runsOf(opened(turns), claimOf);
    expect(made.map(({ author, commands }) => [author, commands.length])).toEqual([
      ['A', 300],
      ['B', 300],
    ]);
    for (const { commands } of made) {
      const order = commands.map((one) => turns.indexOf(one));
      expect(order).toEqual(order.toSorted((a, b) => a - b));
    }
  });

  it('keep the order wherever one builds on another: the value seen, the same line, the same thing', async () => {
    const first = answer('A', 'M01');
    expect(await runs(first, answer('B', 'M02', first.id), answer('A', 'M03'))).toEqual([
      ['A', [0, 2]],
      ['B', [1]],
    ]);
    const seen = answer('B', 'M02');
    expect(await runs(answer('A', 'M01'), seen, answer('A', 'M03', seen.id))).toEqual([
      ['A', [0]],
      ['B', [1]],
      ['A', [2]],
    ]);
    expect(await runs(answer('A', 'M01'), answer('B', 'M02'), answer('A', 'M02'))).toHaveLength(3);
    const raise = write('B', 'finding.raise', { findingId: 'f' });
    const photo = write('A', 'evidence.attach', { target: { kind: 'finding', id: 'f' } });
    expect(await runs(answer('A', 'M01'), raise, photo)).toHaveLength(3);
    const amend = (author: string) => write(author, 'finding.amend', { findingId: 'f' });
    expect(await runs(amend('A'), amend('B'), amend('A'))).toHaveLength(3);
    const sample = (author: string) => write(author, 'dossier.sample', { sampleId: 's' });
    expect(await runs(sample('A'), sample('B'), sample('A'))).toHaveLength(3);
    // Also where the other had joined a run of his own.
    expect(
      await runs(answer('A', 'M01'), answer('B', 'M02'), answer('B', 'M03'), answer('A', 'M03')),
    ).toHaveLength(3);
  });

  it('keep what one author wrote in its order: once held back, all that follows comes behind that', async () => {
    expect(
      await runs(answer('A', 'M01'), answer('B', 'M02'), answer('A', 'M02'), answer('A', 'M03')),
    ).toEqual([
      ['A', [0]],
      ['B', [1]],
      ['A', [2, 3]],
    ]);
  });

  it('are apart where the device vouches for one and not for the other', async () => {
    const both = [answer('A', 'M01'), answer('A', 'M02')];
    expect(await runsOf(opened(both), (one) => ({ author: 'A', vouched: one === both[0] }))).toMatchObject([
      { vouched: true, commands: [both[0]] },
      { vouched: false, commands: [both[1]] },
    ]);
  });

  it('hold no more than is judged at once', async () => {
    const many = Array.from({ length: mostPushedAtOnce + 1 }, (_, index) => answer('A', `M${index}`));
    expect((await runsOf(opened(many), claimOf)).map(({ commands }) => commands.length)).toEqual([
      mostPushedAtOnce,
      1,
    ]);
  });

  it('let nothing pass what is about the whole visit, nor that pass anything of it', async () => {
    const submit = (author: string): Written => write(author, 'visit.submit', { visitId });
    expect(await runs(answer('A', 'M01'), answer('B', 'M02'), submit('A'))).toHaveLength(3);
    expect(await runs(answer('A', 'M01'), submit('B'), answer('A', 'M02'))).toHaveLength(3);
    expect(await runs(answer('A', 'M01'), elsewhere(submit('B')), answer('A', 'M02'))).toHaveLength(2);
    expect(await runs(answer('A', 'M01'), elsewhere(answer('B', 'M02')), submit('A'))).toHaveLength(2);
  });

  it('let nothing pass what cannot be read', async () => {
    expect(await runs(answer('A', 'M01'), { author: 'B' }, answer('A', 'M02'))).toHaveLength(3);
    expect(await runs(answer('A', 'M01'), null, answer('A', 'M02'))).toHaveLength(3);
    expect(await runs(answer('A', 'M01'), answer('B', 'M02'), { author: 'A' })).toHaveLength(3);
  });

  it('are no longer than what is judged at once', async () => {
    const commands = [1, 2, 3].map((index) => ({ command: answer('A', `M${index}`), bytes: 1_000_000 }));
    expect((await runsOf(commands, claimOf)).map(({ commands: of }) => of.length)).toEqual([2, 1]);
  });

  it('pass any number of others’ runs, and hold nobody up while they are found', async () => {
    let turns = 0;
    let isOver = false;
    const other = () => {
      turns += 1;
      if (!isOver) setImmediate(other);
    };
    setImmediate(other);
    const own = () => Array.from({ length: 500 }, (_, index) => answer('A', `M${index}`));
    const others = Array.from({ length: 4_000 }, (_, index) => answer(`B${index}`, `N${index}`));
    const made = await runsOf(opened([...own(), ...others, ...own()]), claimOf);
    isOver = true;
    expect(made.map(({ commands }) => commands.length)).toEqual([1_000, ...others.map(() => 1)]);
    expect(turns).toBeGreaterThanOrEqual(19);
  });
});
