import { DomainError } from '@kycuong/domain/error/domain-error.ts';

/** Where the host listens, and the address that people open when a proxy stands in front of it. */
export type Listening = {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  readonly publicUrl: URL | undefined;
  /** Whose word about the caller is believed, as addresses or CIDR blocks: the proxy's. Nothing said: loopback. */
  readonly proxies?: readonly string[];
};

const loopback = ['127.0.0.0/8', '::1/128'];

/** Without a public address there is no proxy, and nobody may speak for another. */
export function trustedProxies({ publicUrl, proxies = loopback }: Listening): string[] | false {
  return publicUrl !== undefined && [...proxies];
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Beyond this machine only behind a proxy that speaks TLS: sessions must not cross a network in the clear. */
export function requireSafe({ host, publicUrl }: Listening): void {
  if (!isLoopback(host) && publicUrl === undefined) {
    throw new DomainError('forbidden', 'system.public-url-needed', { host });
  }
}
