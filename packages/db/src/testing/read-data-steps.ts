const comments = /--.*$/gm;
/** Of functions, which bring their own door; of a `do` block it is a step of the migration itself. */
const bodies = /(?<!\bdo\s*)\$(\w*)\$[\s\S]*?\$\1\$/gi;
const texts = /'(?:[^']|'')*'/g;
/** Says how tables are, and reads no rows through the fence; `create table … as` does. */
const definition = /^(?:alter|comment|create|drop|grant|revoke)\b/i;
const copying = /^create\b[\s\w]*?\b(?:table|materialized\s+view)\b[\s\S]*?\bas\s+(?:select|table|with)\b/i;
const created = /^create\s+table\s+(?:if\s+not\s+exists\s+)?"?(\w+)/i;
const fenced = /^alter\s+table\s+"?(\w+)"?\s+(no\s+)?force\s+row\s+level\s+security$/i;

const functionBodies = /\bfunction\s+"?(\w+)"?[^$]*\$(\w*)\$([\s\S]*?)\$\2\$/gi;

/** The tables that the functions of these migrations name, by function. */
export function tablesOfFunctions(
  migrations: readonly string[],
  tables: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const found = migrations.flatMap((migration) => [
    ...migration.replace(comments, '').matchAll(functionBodies),
  ]);
  return new Map(found.map(([, name = '', , body = '']) => [name, namedIn(body, tables)]));
}

function namedIn(words: string, tables: ReadonlySet<string>): string[] {
  return [...new Set(words.match(/\w+/g)?.filter((word) => tables.has(word)))];
}

export interface DataSteps {
  readonly steps: readonly string[];
  readonly faults: readonly string[];
}

/**
 * What a migration does with rows, by the first line of each step, and what its fences would hide from it: row security
 * is forced on the owner too. Each table that such a step names, itself or by a function that it calls, stands open around it, or
 * is one of the migration's own, and is closed again.
 */
export function readDataSteps(
  migration: string,
  tables: ReadonlySet<string>,
  functions: ReadonlyMap<string, readonly string[]> = new Map(),
): DataSteps {
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
    const called = [...step.matchAll(/\b(\w+)"?\s*\(/g)].flatMap(
      ([, name = '']) => functions.get(name) ?? [],
    );
    for (const table of new Set([...namedIn(step, tables), ...called]))
      if (!open.has(table) && !own.has(table)) faults.push(`${table}: ${line}`);
  }
  for (const table of open) faults.push(`${table}: left open`);
  return { steps, faults };
}
