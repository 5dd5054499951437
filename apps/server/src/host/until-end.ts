import { logFailure } from '@kycuong/api/log-failure.ts';
import { outageOf } from '@kycuong/api/outage.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';

const patienceMs = 9_000;
/** npm passes Ctrl-C on to a program that the terminal has already told of it. */
const sameMs = 1_000;

/**
 * Resolves when the process is to end: undefined when it was asked to, else why it cannot go on. From then on it is gone
 * within nine seconds whatever still holds it, and at once when it is asked again; PostgreSQL's supervisor ends the rest.
 * @param lost what else may make going on impossible
 */
export function untilEnd(
  lost: Promise<unknown>,
  log: (message: string) => void,
): Promise<{ readonly failure: unknown } | undefined> {
  return new Promise((resolve) => {
    let endingSince: number | undefined;
    const end = (ending: { readonly failure: unknown } | undefined) => {
      const exit = () => process.exit(ending === undefined ? 0 : 1);
      if (endingSince !== undefined) {
        if (performance.now() - endingSince > sameMs) exit();
        return;
      }
      endingSince = performance.now();
      const cut = () => {
        log('Chưa dừng xong sau 9 giây; kết thúc ngay. Những gì đã xác nhận đều đã được lưu.');
        exit();
      };
      // Holds nobody up that has ended by itself.
      setTimeout(cut, patienceMs).unref();
      resolve(ending);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(undefined));
    void lost.then((failure) => end({ failure }));
    // Also of promises that nobody waits for. What it left half done is not known, so it does not go on in that state;
    // of a write that found no room it is: nothing.
    process.on('uncaughtException', (error) => {
      const reference = logFailure(error);
      if (outageOf(error)?.key === 'system.disk-full') return;
      end({ failure: new DomainError('unavailable', 'system.unexpected', { reference }) });
    });
  });
}
