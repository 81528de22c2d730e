// Which address is believed when it says for whom it asks: the proxy right before the server, in the same network.
// What a reader has written into X-Forwarded-For itself is not believed, from an inner network neither.

import { BlockList, isIPv6 } from "node:net";

const inner = new BlockList();
inner.addSubnet("127.0.0.0", 8);
inner.addSubnet("10.0.0.0", 8);
inner.addSubnet("172.16.0.0", 12);
inner.addSubnet("192.168.0.0", 16);
inner.addAddress("::1", "ipv6");
inner.addSubnet("fc00::", 7, "ipv6");

/** True for the address that the connection comes from (hop 0), where it is of this machine or an inner network. */
export function isNearestProxy(address: string, hop: number): boolean {
  if (hop !== 0) return false;
  const plain = address.replace(/^::ffff:(?=[\d.]+$)/u, "");
  return inner.check(plain, isIPv6(plain) ? "ipv6" : "ipv4");
}
