import { connect } from '@kycuong/db/connection.ts';
import { embeddedDatabase } from './embedded-database.ts';

/** Stands as a comment on the database from its making until the demo story is told to the end. */
const mark = 'kycuong: story unfinished';

/** A story whose telling was killed is worth nothing and nobody has worked in it: its database is dropped, to be made anew. */
export async function dropUnfinishedStory(adminUrl: string): Promise<void> {
  await asAdmin(adminUrl, async (sql) => {
    const [found] = await sql`
      select from pg_database where datname = ${embeddedDatabase}
        and shobj_description(oid, 'pg_database') = ${mark}`;
    if (found !== undefined) await sql`drop database ${sql(embeddedDatabase)} with (force)`;
  });
}

/** Tells the story between two marks, so that a killed start is noticed. */
export async function markedUnfinished(adminUrl: string, tell: () => Promise<void>): Promise<void> {
  const comment = (words: string) =>
    asAdmin(adminUrl, async (sql) => {
      await sql.unsafe(`comment on database ${embeddedDatabase} is ${words}`);
    });
  await comment(`'${mark}'`);
  await tell();
  await comment('null');
}

async function asAdmin<T>(
  url: string,
  work: (sql: ReturnType<typeof connect>['sql']) => Promise<T>,
): Promise<T> {
  const connection = connect(url, { name: 'kycuong story', max: 1 });
  return await work(connection.sql).finally(connection.close);
}
