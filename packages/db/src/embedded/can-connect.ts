import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';

/** Whether a PostgreSQL server answers at the address and lets us in, asked again until `patienceMs` are over. */
export async function canConnect(url: string, patienceMs: number): Promise<boolean> {
  const until = performance.now() + patienceMs;
  while (true) {
    const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined });
    try {
      await sql`select 1`;
      return true;
    } catch (error) {
      // A wrong password will not get better by waiting: this is somebody else's server.
      const refused = error instanceof postgres.PostgresError && error.code.startsWith('28');
      if (refused || performance.now() > until) return false;
    } finally {
      await sql.end({ timeout: 1 });
    }
    await pause(200);
  }
}
