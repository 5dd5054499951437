const comments = /--.*$/gm;
/** Of functions, which bring their own door; of a `do` block it is a step of the migration itself. */
const bodies = /(?<!\bdo\s*)\$(\w*)\$[\s\S]*?\$\1\$/gi;
const texts = /'(?:[^']|'')*'/g;
/** Says how tables are, and reads no rows through the fence; `create table … as` does. */
const definition = /^(?:alter|comment|create|drop|grant|revoke)\b/i;
const copying = /^create\b[\s\w]*?\b(?:table|materialized\s+view)\b[\s\S]*?\bas\s+(?:select|table|with)\b/i;
const created = /^create\s+table\s+(?:if\s+not\s+exists\s+)?"?(\w+)/i;
const fenced = /^alter\s+table\s+"?(\w+)"?\s+(no\s+)?force\s+row\s+level\s+security$/i;

export interface DataSteps {
  readonly steps: readonly string[];
  readonly faults: readonly string[];
}

/**
 * What a migration does with rows, by the first line of each step, and what its fences would hide from it: row security
 * is forced on the owner too. Each table that such a step names stands open around it, or is one of the migration's own,
 * and is closed again.
 */
export function readDataSteps(migration: string, tables: ReadonlySet<string>): DataSteps {
  const steps: string[] = [];
  const faults: string[] = [];
  const open = new Set<string>();
  const own = new Set<string>();
  const plain = migration.replace(comments, '').replace(bodies, '').replace(texts, "''");
  for (const step of plain.split(';').map((one) => one.trim())) {
    const [, opened, no] = fenced.exec(step) ?? [];
    const [, made] = created.exec(step) ?? [];
    if (opened !== undefined && no !== undefined) open.add(opened);
    if (opened !== undefined && no === undefined) open.delete(opened);
    if (made !== undefined) own.add(made);
    if (step === '' || (definition.test(step) && !copying.test(step))) continue;
    const [line = ''] = step.split('\n');
    steps.push(line);
    for (const table of new Set(step.match(/\w+/g)?.filter((word) => tables.has(word))))
      if (!open.has(table) && !own.has(table)) faults.push(`${table}: ${line}`);
  }
  for (const table of open) faults.push(`${table}: left open`);
  return { steps, faults };
}
