import { interleave } from '../measure.ts';
import { compared, type Row } from '../row.ts';
import { addVisit } from '../stage/furnish.ts';
import type { Stage } from '../stage/stage.ts';
import { requireSameRows } from '../stage/table-counts.ts';
import { push, pushBare, requireApplied } from './push-request.ts';
import { answers } from './write-commands.ts';

const commandsEach = 60;

/** One command a request; each of the tablets sends its own one after another, all tablets at once. Time of one command. */
export async function pushOne(stage: Stage, tablets: 1 | 8, rounds: number): Promise<Row> {
  const { connection, furnished, clients, bare } = stage;
  const prepare =
    (send: (tablet: number, visit: Visit, command: Command) => Promise<unknown>) => async () => {
      const lanes = await Promise.all(
        Array.from({ length: tablets }, async (_, tablet) => {
          const visit = await addVisit(connection, furnished.writing);
          const inspector = furnished.inspectors[tablet];
          if (inspector === undefined) throw new Error('too few inspectors');
          return { visit, commands: answers(inspector, visit, 0, commandsEach) };
        }),
      );
      return () =>
        Promise.all(
          lanes.map(async ({ visit, commands }, tablet) => {
            for (const command of commands) await send(tablet, visit, command);
          }),
        );
    };
  const { ours, floor } = await interleave(
    {
      ours: prepare(async (tablet, _, command) => {
        const client = clients[tablet];
        if (client !== undefined) requireApplied(await push(client, [command]), 1);
      }),
      floor: prepare((tablet, visit, command) => {
        const { fullName = '' } = furnished.inspectors[tablet] ?? {};
        return pushBare(bare, 'push', [command], visit, { fullName });
      }),
      warmUp: (mine, theirs) => requireSameRows(connection, mine, theirs),
    },
    rounds,
  );
  const all = commandsEach * tablets;
  return compared(`push.one.c${tablets}`, 2, { ours: ours / all, floor: floor / all }, rounds);
}

type Visit = Awaited<ReturnType<typeof addVisit>>;
type Command = ReturnType<typeof answers>[number];
