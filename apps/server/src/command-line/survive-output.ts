/**
 * A log on a full disk, or a reader that went away, ends no program: the words are lost, and the next ones are tried
 * again.
 */
export function surviveOutput(): void {
  for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);
}
