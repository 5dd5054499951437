import type { Connection } from '@kycuong/db/connection.ts';

/** Whether the database holds the demo story's invented people, whose accounts may be shown. */
export async function isDemo({ sql }: Connection): Promise<boolean> {
  return await sql.begin(async (tx) => {
    await tx`select set_config('kycuong.door', 'sign-in', true)`;
    const [found] = await tx`select from account where invented limit 1`;
    return found !== undefined;
  });
}
