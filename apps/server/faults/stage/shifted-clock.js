// Loaded before the server (`--import`): its clock goes as far ahead or behind as the file says that SHIFTED_CLOCK names,
// read at its start and at each SIGUSR2. What the kernel stamps files with, and PostgreSQL's own clock, go on as before.
import { readFileSync } from 'node:fs';

let offset = 0;
function read() {
  offset = Number(readFileSync(process.env.SHIFTED_CLOCK ?? '', 'utf8'));
}
read();
process.on('SIGUSR2', read);

const TrueDate = Date;
globalThis.Date = new Proxy(TrueDate, {
  construct: (target, parts, made) =>
    Reflect.construct(target, parts.length === 0 ? [TrueDate.now() + offset] : parts, made),
  get: (target, name) => (name === 'now' ? () => TrueDate.now() + offset : Reflect.get(target, name)),
});
