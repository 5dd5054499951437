import type { ReadStream } from 'node:tty';

const patienceMs = 10_000;
const mostCharacters = 1000;

/**
 * The first line of standard input; undefined where nothing comes: a terminal, an empty stream, or a pipe that a
 * caller left open without writing to it.
 */
export async function readPassword(
  input: Pick<ReadStream, 'isTTY'> & NodeJS.ReadableStream,
): Promise<string | undefined> {
  if (input.isTTY) return undefined;
  let text = '';
  const silence = AbortSignal.timeout(patienceMs);
  await new Promise<void>((resolve) => {
    silence.addEventListener('abort', () => text === '' && resolve());
    input.setEncoding('utf8');
    input.on('data', (chunk) => {
      text += String(chunk);
      if (text.includes('\n') || text.length > mostCharacters) resolve();
    });
    input.on('end', resolve);
    input.on('error', resolve);
  });
  input.pause();
  const [line = ''] = text.split(/\r?\n/);
  return line === '' ? undefined : line;
}
