/** Addresses of the Internet Protocol, version 4 and 6, and blocks of them (CIDR, RFC 4632 and RFC 4291). */

/** The parts of an address, most significant first: 4 of 8 bits or 8 of 16 bits. */
export type Address = readonly number[];

/** All addresses whose first `prefixBits` bits are those of `address`. */
export interface Block {
  address: Address;
  prefixBits: number;
}

const version4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;
const version6 = /^[0-9a-fA-F:]*:[0-9a-fA-F:]*$/;
const GROUPS = 8;

/** Null for what is no address. A version 4 address within version 6 (`::ffff:a00:1`) is the version 4 address. */
export function readAddress(text: string): Address | null {
  const parts = version4.exec(text);
  if (parts !== null) {
    const bytes = parts.slice(1).map(Number);
    return bytes.every((byte) => byte <= 255) ? bytes : null;
  }
  return version6.test(text) ? readVersion6(text) : null;
}

function readVersion6(text: string): Address | null {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const [first, second] = halves.map((half) => (half === '' ? [] : half.split(':')));
  if (first === undefined) return null;
  const given = first.length + (second?.length ?? 0);
  // Two colons stand for at least one group of zeros.
  if (second === undefined ? given !== GROUPS : given >= GROUPS) return null;
  const zeros = Array.from({ length: GROUPS - given }, () => '0');
  const groups = [...first, ...zeros, ...(second ?? [])];
  if (groups.some((group) => group.length < 1 || group.length > 4)) return null;
  const address = groups.map((group) => Number.parseInt(group, 16));
  return isMapped(address) ? toVersion4(address) : address;
}

function isMapped(address: Address): boolean {
  return address.slice(0, 5).every((group) => group === 0) && address[5] === 0xffff;
}

function toVersion4(address: Address): Address {
  return address.slice(6).flatMap((group) => [group >> 8, group & 0xff]);
}

export function isVersion4(address: Address): boolean {
  return address.length === 4;
}

export function sameAddress(a: Address, b: Address): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}

/** Addresses of the other version are in no block. */
export function isWithin(block: Block, address: Address): boolean {
  const bits = isVersion4(block.address) ? 8 : 16;
  if (address.length !== block.address.length) return false;
  let left = block.prefixBits;
  for (let index = 0; left > 0; index += 1) {
    const shift = Math.max(0, bits - left);
    if ((address[index] as number) >> shift !== (block.address[index] as number) >> shift) return false;
    left -= bits;
  }
  return true;
}
