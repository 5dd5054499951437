import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;

const loader = readFileSync(new URL('chunk-loader.js', import.meta.url), 'utf8');
const lateImport = /Promise\.resolve\(\)\.then\(\(\)=>require\(["'`]\.\/([^"'`]+)["'`]\)\)/g;

/** What only a module may say; the word alone stands in texts too. */
const modular = /\bimport\s*(?:\.\s*meta\b|[({*]|["'][\w./@])/;

function chunkOf(bundle: Bundle, file: string): Rolldown.OutputChunk {
  const chunk = bundle[file];
  if (chunk?.type !== 'chunk') throw new Error(`the build has no script ${file}`);
  return chunk;
}

/** The files that have to be there before a chunk can run, its own first. */
function filesFor(bundle: Bundle, file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const next of chunkOf(bundle, file).imports) filesFor(bundle, next, found);
  return found;
}

/** Turns each chunk into a function that waits for its turn, and each later import into a call of the loader. */
function wrapChunks(bundle: Bundle): void {
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
  const [entry, ...others] = chunks.filter(({ isEntry }) => isEntry);
  if (entry === undefined || others.length > 0 || entry.imports.length > 0)
    throw new Error('the page begins with one file');
  for (const chunk of chunks) {
    const code = chunk.code.replace(lateImport, (_, name: string) => {
      const files = [...filesFor(bundle, `assets/${name}`)].filter((file) => file !== entry.fileName);
      return `kycuong.load(${files.map((file) => JSON.stringify(basename(file))).join(',')})`;
    });
    if (modular.test(code)) throw new Error(`${chunk.fileName} is not a classic script`);
    const name = JSON.stringify(basename(chunk.fileName));
    const own = `kycuong.chunk(${name},(require,exports,module)=>{${code}\n});`;
    chunk.code = chunk === entry ? `${loader}${own}kycuong.start(${name});` : own;
  }
}

/**
 * Builds the app as classic scripts instead of modules. Chromium compiles a script that a service worker puts into its
 * cache while it is installed, whole, and keeps the result beside it, so that no start parses or compiles anything; it
 * does so for classic scripts alone. `chunk-loader.js`, in front of the entry, fetches what is imported later together
 * with all that it needs.
 */
export function classicScripts(): Plugin[] {
  return [
    {
      // It looks for modules to fetch beforehand, which the loader does.
      name: 'no-preload-helper',
      apply: 'build',
      enforce: 'pre',
      load: (id) =>
        id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined,
    },
    {
      name: 'classic-scripts',
      apply: 'build',
      enforce: 'post',
      config: () => ({
        build: {
          cssCodeSplit: false,
          modulePreload: false,
          rolldownOptions: {
            output: {
              format: 'cjs',
              strict: true,
              // What the first screens need comes in as few files as they are, each with all that no earlier one has.
              codeSplitting: {
                groups: [
                  { name: 'index', test: /rolldown[\\/]runtime|index\.html$/, priority: 3 },
                  { name: 'server', test: /sync[\\/]server\.ts$/, priority: 2 },
                  { name: 'walk', test: /visit[\\/]walk\.tsx$/, priority: 1 },
                ],
              },
            },
          },
        },
      }),
      generateBundle(_options, bundle) {
        wrapChunks(bundle);
        const page = bundle['index.html'];
        if (page?.type !== 'asset' || typeof page.source !== 'string')
          throw new Error('the build has no page');
        const source = page.source.replace('<script type="module" crossorigin', '<script defer');
        if (source === page.source) throw new Error('the page names no script');
        page.source = source;
      },
    },
  ];
}
