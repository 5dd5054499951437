import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const apps = fileURLToPath(new URL('../../../', import.meta.url));

const element = /<(TextField|TextAreaField|TouchField|textarea|input)\b[\s\S]*?\/>/g;
/** A figure, a day, a file, a tick, or nothing that is seen. */
const noText = /\btype="(hidden|file|checkbox|radio|password|number)"|inputMode="numeric"/;
const named = /\bname=(?:"([^"]+)"|\{`([^`]+)`\})/;

/**
 * Where an app lets people type text, as its source says: by file, the names of its fields. What is counted or chosen in a
 * name (`plan.${index}.task`) is a star; a field without a name has none.
 */
export async function placesOfText(app: 'web' | 'mobile-pwa'): Promise<Map<string, string[]>> {
  const places = new Map<string, string[]>();
  const root = join(apps, app, 'src');
  for await (const path of glob('**/*.tsx', { cwd: root })) {
    if (path.endsWith('.test.tsx')) continue;
    const source = await readFile(join(root, path), 'utf8');
    const names = [...source.matchAll(element)]
      .filter(([text]) => !noText.test(text))
      .map(([text]) => {
        const [, plain, counted] = named.exec(text) ?? [];
        return (plain ?? counted ?? '').replaceAll(/\$\{[^}]*\}/g, '*');
      });
    if (names.length > 0) places.set(path.replaceAll('\\', '/'), names);
  }
  return places;
}

/** Whether a field as it stands on a page is one that the source names. */
export function isPlace(name: string, place: string): boolean {
  const parts = place.split('.');
  const given = name.split('.');
  return parts.length === given.length && parts.every((part, index) => part === '*' || part === given[index]);
}
