#!/usr/bin/env node
// Plain JavaScript that an old Node understands: the program itself is TypeScript and wants Node 24, which npm ci
// installed beside it.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';

if (Number(process.versions.node.split('.')[0]) >= 24) {
  // What modules leave behind while they load, and a burst of large requests, would otherwise widen V8's heap for good:
  // some 150 MB. Collecting a little more often costs less than memory on a province's server.
  setFlagsFromString('--min-semi-space-size=8');
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=25');
  await import('../src/cli.ts');
} else {
  rerun(newerNode());
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
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' });
  // The terminal tells the child of Ctrl-C by itself; a signal sent to this process alone has to be passed on.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal === null ? code : 1));
}
