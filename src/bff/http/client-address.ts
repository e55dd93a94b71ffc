import { BlockList, isIP } from 'node:net';
import type { Context } from 'hono';
import type { HttpEnvironment } from './environment.ts';

/** Whether a text is an address, or a range such as `10.0.0.0/8`. */
export function isAddressRange(text: string): boolean {
  const [address = '', length, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= (version === 4 ? 32 : 128));
}

/** An IPv4 address as itself, not as IPv6 carries it. */
const plain = (address: string): string => address.trim().replace(/^::ffff:(?=\d+\.)/i, '');

/**
 * Whom to count messages for: the address of the socket, or where that is a proxy the operator trusts, the last address in
 * `X-Forwarded-For` that is none. Whatever stands before that anybody could have written.
 * @param trusted addresses and ranges (`TRUST_PROXY`), see {@link isAddressRange}.
 */
export function createClientAddress(trusted: readonly string[]) {
  const proxies = new BlockList();
  for (const each of trusted) {
    const [address = '', length] = each.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (length === undefined) proxies.addAddress(address, family);
    else proxies.addSubnet(address, Number(length), family);
  }
  const isProxy = (address: string): boolean => isIP(address) !== 0 && proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

  return (socket: string | undefined, forwarded: string | undefined): string | undefined => {
    if (socket === undefined) return undefined;
    let client = plain(socket);
    for (const hop of (forwarded ?? '').split(',').toReversed()) {
      const address = plain(hop);
      if (!isProxy(client) || isIP(address) === 0) break;
      client = address;
    }
    return client;
  };
}
export type ClientAddress = ReturnType<typeof createClientAddress>;

const LOOPBACK = /^(::ffff:)?127\.|^::1$/;

/** The address a request came from, and whether that is this machine with no proxy in between: its operator. */
export function visitorOf(c: Context<HttpEnvironment>, clientAddress: ClientAddress): { address: string | undefined; isLocal: boolean } {
  const socket = c.env.incoming.socket.remoteAddress;
  const forwarded = c.req.header('x-forwarded-for');
  const isLocal = forwarded === undefined && c.req.header('forwarded') === undefined && LOOPBACK.test(socket ?? '');
  return { address: clientAddress(socket, forwarded), isLocal };
}
