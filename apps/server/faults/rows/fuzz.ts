import { execFileSync } from 'node:child_process';
import { fuzz } from '../../src/testing/fuzz/fuzz.ts';
import { readKnownIds } from '../../src/testing/fuzz/known-ids.ts';
import { signEverybodyIn } from '../../src/testing/fuzz/sign-in.ts';
import { allProcedures, allRoutes } from '../../src/testing/fuzz/targets.ts';
import type { Fault } from '../fault.ts';
import type { Row } from '../row.ts';
import { openHouse } from '../stage/house.ts';

/** Of each round: ten rounds, as many as there are by default, send a hundred thousand. */
const requestsEach = 10_000;
/** What the server's memory may grow by, from when it has warmed up to the end, MB. */
const mostGrownMb = 200;
const roles = ['administrator', 'programme-office', 'quality-office', 'leadership', 'agency-head'] as const;

/** Whatever anybody sends, by every procedure and every address, from people of every role and from nobody. */
export const fuzzing: Fault = {
  names: ['fuzz'],
  run: async ({ rounds, seed }): Promise<readonly Row[]> => {
    const house = await openHouse();
    try {
      const { server, furnished } = house;
      const report = await house.asRoot(async (root) => {
        const people = furnished.inspectors.map(({ id }) => id);
        // The inspectors keep their role: each of the first few has another besides.
        for (const [index, role] of roles.entries())
          await root.sql`insert into role_grant (id, account_id, role, unit_id, valid_from)
            select gen_random_uuid(), ${people[index] ?? ''}, ${role}, unit_id, valid_from from role_grant limit 1`;
        return fuzz(
          {
            procedures: allProcedures(),
            routes: await allRoutes(root, house.data),
            ids: await readKnownIds(root.sql),
            url: new URL(server.url),
            signEverybodyIn: () => signEverybodyIn(root, people),
            memory: () => memoryOf(server.pid()),
          },
          rounds * requestsEach,
          seed,
        );
      });
      const [warm = 0, , last = 0] = report.memory;
      const grown = last - warm;
      const faults = [
        ...report.wrong,
        ...(grown > mostGrownMb ? [`memory grew by ${grown} MB`] : []),
        ...((await server.health()) === 200 ? [] : ['it does not answer any more']),
        ...(await house.doctor()),
      ];
      const statuses = Object.entries(report.byStatus).map(([status, count]) => `${status}: ${count}`);
      return [
        {
          ...{ name: 'fuzz', times: report.sent, acknowledged: null, lost: null, backAfterMs: null },
          endedAfterMs: (await server.stop()).ms,
          faults,
          note: `${statuses.join(', ')}; slowest ${report.slowestMs} ms; memory ${report.memory.join(' → ')} MB`,
        },
      ];
    } finally {
      await house.close();
    }
  },
};

function memoryOf(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}
