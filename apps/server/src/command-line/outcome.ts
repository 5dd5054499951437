/** What a finished command tells: `data` is the one JSON object of `--json`, `text` what a person reads. */
export type Outcome = {
  readonly data: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** The command ran to its end and found that nothing could be done or something is wrong: exit 1. */
  readonly refused?: boolean;
};
