import type { Command } from 'commander';
import { type CommandContext, createContext } from './command-context.ts';
import type { Outcome } from './outcome.ts';
import { reportFailure } from './report-failure.ts';

type Run = (context: CommandContext, args: string[], options: Record<string, unknown>) => Promise<Outcome>;

/**
 * Makes a command's work a commander action with the uniform ending: its outcome on standard output,
 * exit 0 done, 1 refused, 2 called wrongly.
 */
export function runs(run: Run): (this: Command) => Promise<void> {
  return async function action(this: Command) {
    const options: Record<string, unknown> = this.optsWithGlobals();
    const context = createContext(options, process.env);
    try {
      const outcome = await run(context, this.args, options);
      console.log(context.json ? JSON.stringify(outcome.data) : outcome.text);
      process.exitCode = outcome.refused ? 1 : 0;
    } catch (error) {
      process.exitCode = reportFailure(error, context.json);
    } finally {
      await context.close();
    }
  };
}
