import { writeAnswers } from '../floor/write.ts';
import { answers } from '../rows/write-commands.ts';
import { addVisit, itemCount } from './furnish.ts';
import type { Stage } from './stage.ts';

const visits = 20;

/**
 * A province that has been at work for a while. On empty tables whatever PostgreSQL plans first, for us and for the
 * floor, is to read them whole, and every connection stays with that until they have been looked at again.
 */
export async function fillRecords({
  connection,
  driver,
  furnished: { inspectors, writing },
}: Pick<Stage, 'connection' | 'driver' | 'furnished'>): Promise<void> {
  const [author] = inspectors;
  if (author === undefined) throw new Error('nobody writes');
  for (let count = 0; count < visits; count += 1) {
    const visit = await addVisit(connection, writing);
    const place = { ...visit, authorName: author.fullName };
    await writeAnswers(driver, answers(author, visit, 0, itemCount), place);
  }
}
