import { importShapes } from '@kycuong/db/organisation/import-shapes.ts';
import type { SentForm } from './import-form.ts';
import { readForm } from './read-form.ts';

/**
 * Reads a form and carries it out; the answer as JSON.
 * @param told that the file is read, and what follows is the database's
 * @throws DomainError
 */
export async function takeIn(sent: SentForm, told: () => void): Promise<string> {
  const form = await readForm(sent, importShapes[sent.list]);
  told();
  // Loaded when there is something to carry out: most of the program comes with it.
  const { carryOut } = await import('./carry-out.ts');
  return JSON.stringify(await carryOut(sent, form)) ?? 'null';
}
