import { isIPv6 } from 'node:net';

/**
 * Who counts as one address: an IPv4 address, or the 64 leading bits of an IPv6 address, since a single connection
 * is given all addresses below them.
 */
export function addressKey(address: string): string {
  const [plain = ''] = address.split('%');
  if (!isIPv6(plain)) return plain;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (mapped !== undefined) return mapped;
  // The URL parser writes every spelling in one way.
  const [head = '', tail = ''] = new URL(`http://[${plain}]/`).hostname.slice(1, -1).split('::');
  const [before, after] = [groupsOf(head), groupsOf(tail)];
  const between = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return `${[...before, ...between, ...after].slice(0, 4).join(':')}::/64`;
}

const groupsOf = (text: string) => (text === '' ? [] : text.split(':'));
