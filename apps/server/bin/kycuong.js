#!/usr/bin/env node
// Plain JavaScript that an old Node understands: the program itself is TypeScript and wants Node 24, which npm ci
// installed beside it.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';

// What a large request leaves behind dies young; with V8's first megabyte for the young it would be copied again and
// again. Four hold it, and more would stay taken for good. Node takes both only at its start.
const flags = ['--min-semi-space-size=4', '--max-semi-space-size=4'];
// Each thread that allocates would otherwise get a heap of its own from the C library, and give nothing back.
const env = { ...process.env, MALLOC_ARENA_MAX: '2' };

const isNewEnough = Number(process.versions.node.split('.')[0]) >= 24;
if (isNewEnough && flags.every((flag) => process.execArgv.includes(flag))) {
  // What modules leave behind while they load would otherwise widen the heap of the old for good.
  setFlagsFromString('--heap-growing-percent=25');
  await import('../src/cli.ts');
} else {
  rerun(isNewEnough ? process.execPath : newerNode());
}

function newerNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    return join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  } catch {
    console.error(
      `Cần Node 24; máy này có ${process.version}. Hãy chạy npm ci để cài ${name}, hoặc cài Node 24.`,
    );
    process.exit(1);
  }
}

/** @param {string} node */
function rerun(node) {
  const args = [...flags, ...process.execArgv, ...process.argv.slice(1)];
  // In place of this process where the system can do that; a process of its own elsewhere.
  if (process.execve !== undefined && process.platform !== 'win32')
    process.execve(node, [node, ...args], env);
  const child = spawn(node, args, { stdio: 'inherit', env });
  // The terminal tells the child of Ctrl-C by itself; a signal sent to this process alone has to be passed on.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal === null ? code : 1));
}
