import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import { connect } from '../connection.ts';
import { readdress } from '../database-address.ts';
import { migrate } from '../migrate.ts';
import { prepareDatabase } from '../prepare-database.ts';

const migrations = fileURLToPath(new URL('../../migrations', import.meta.url));

interface Journal {
  readonly entries: readonly { readonly tag: string }[];
}

/** A database as it was before a migration, seen by one whom no fence holds back. */
export async function databaseBefore(tag: string) {
  const { adminUrl } = inject('testCluster');
  const name = `old_${randomUUID().replaceAll('-', '')}`;
  const { migrateUrl, appUrl } = await prepareDatabase(adminUrl, name, 'test');
  const folder = await mkdtemp(join(tmpdir(), 'kycuong-old-'));
  await cp(migrations, folder, { recursive: true });
  const path = join(folder, 'meta', '_journal.json');
  const journal: Journal = JSON.parse(await readFile(path, 'utf8'));
  const at = journal.entries.findIndex((entry) => entry.tag.startsWith(tag));
  if (at < 0) throw new Error(`there is no migration ${tag}`);
  await writeFile(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, at) }));
  await migrate(migrateUrl, appUrl, folder);
  await rm(folder, { recursive: true });
  const { sql, close } = connect(readdress(adminUrl, { database: name }), { max: 1 });
  return {
    sql,
    upgrade: () => migrate(migrateUrl, appUrl),
    drop: async () => {
      await close();
      const admin = connect(adminUrl, { max: 1 });
      await admin.sql`drop database ${admin.sql(name)} with (force)`;
      for (const role of ['owner', 'app'])
        await admin.sql`drop role if exists ${admin.sql(`${name}_${role}`)}`;
      await admin.close();
    },
  };
}
