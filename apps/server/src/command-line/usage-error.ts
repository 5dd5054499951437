/** The command was called wrongly: exit 2. The message is for people. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
