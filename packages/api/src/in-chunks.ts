const rowsPerStatement = 1000;

/** Rows in groups that one statement takes: PostgreSQL allows 65,535 parameters. */
export function* inChunks<Row>(rows: readonly Row[], size = rowsPerStatement): Generator<Row[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}
