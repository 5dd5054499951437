import { budgetBytes, firstScreenWeight } from './first-screen-weight.ts';

const weights = firstScreenWeight(new URL('../dist/', import.meta.url));
const total = [...weights.values()].reduce((sum, bytes) => sum + bytes, 0);
for (const [file, bytes] of weights) console.log(`${String(bytes).padStart(8)}  ${file}`);
console.log(
  `${String(total).padStart(8)}  of ${budgetBytes} bytes of gzipped JavaScript to the first usable screen`,
);
if (total > budgetBytes) process.exitCode = 1;
