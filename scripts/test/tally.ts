import type { Finished } from './run-program.ts';

export type Counted = {
  readonly passed: number;
  readonly failed: number;
  readonly output: string;
  /** Each test that failed, with why, in a few lines. */
  readonly failures: readonly string[];
};

/** Adds up what passed and what failed; shows each failure as it comes, and all of them in short at the end. */
export function tally() {
  const total = { passed: 0, failed: 0 };
  const started = Date.now();
  const inShort: string[] = [];
  const show = (name: string, ok: boolean, words: string) => {
    console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name}  (${Math.round((Date.now() - started) / 1000)} s)`);
    if (!ok) console.log(`${words.trim()}\n`);
  };
  return {
    /** One step, one test. */
    add(name: string, { passed, output }: Finished): void {
      total[passed ? 'passed' : 'failed'] += 1;
      if (!passed) inShort.push(name);
      show(name, passed, output);
    },
    addTests(name: string, { passed, failed, output, failures }: Counted): void {
      inShort.push(...failures);
      total.passed += passed;
      total.failed += failed;
      show(`${name}: ${passed} passed, ${failed} failed`, failed === 0, output);
    },
    /** The closing line; returns the exit code. */
    close(): number {
      if (inShort.length > 0) console.log(`What failed:\n${inShort.join('\n')}`);
      console.log(`${total.passed} passed, ${total.failed} failed`);
      return total.failed === 0 ? 0 : 1;
    },
  };
}
