// Damaged copies of a file, the same in every run: flipped, dropped and doubled stretches, and XML as a careless or a
// hostile writer would leave it (H2).

import { strToU8, unzipSync, zipSync } from 'fflate';

/** The same numbers in every run. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}

/** Flips bytes, swaps, drops or doubles a stretch. */
export function mutant(bytes: Uint8Array, random: () => number): Uint8Array {
  const at = random() % bytes.length;
  const length = 1 + (random() % 40);
  const head = bytes.slice(0, at);
  const stretch = bytes.slice(at, at + length);
  const tail = bytes.slice(at + length);
  switch (random() % 4) {
    case 0:
      return new Uint8Array(Buffer.concat([head, stretch.map((byte) => byte ^ (1 << (random() % 8))), tail]));
    case 1:
      return new Uint8Array(Buffer.concat([head, tail]));
    case 2:
      return new Uint8Array(Buffer.concat([head, stretch, stretch, tail]));
    default: {
      const copy = bytes.slice();
      for (let flips = 0; flips < 3; flips += 1) copy[random() % copy.length] = random() % 256;
      return copy;
    }
  }
}

/** Damages one part of an archive and packs it again, so that its checksum holds and the reader behind it meets the damage. */
export function mutantInside(archive: Uint8Array, random: () => number): Uint8Array {
  const entries = unzipSync(archive);
  const names = Object.keys(entries).filter((name) => (entries[name]?.length ?? 0) > 0);
  const name = names[random() % names.length] ?? '';
  const part = entries[name] ?? new Uint8Array();
  const isXml = part[0] === 0x3c;
  const damaged =
    isXml && random() % 3 > 0 ? strToU8(mutantOfTags(new TextDecoder().decode(part), random)) : mutant(part, random);
  return zipSync({ ...entries, [name]: damaged }, { level: 0 });
}

const strangeValues = ['-1', '', '__proto__', '99999999999999', 'NaN', '0x10', '🙂', '../../a', '\uFEFF', '1e400'];

/** Drops, doubles, swaps or cuts tags, and gives attributes strange values. */
export function mutantOfTags(xml: string, random: () => number): string {
  const tags = [...xml.matchAll(/<[^!?][^>]*>/g)];
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[random() % Math.max(1, items.length)];
  const tag = pick(tags);
  if (!tag) return xml;
  const put = (text: string): string => xml.slice(0, tag.index) + text + xml.slice(tag.index + tag[0].length);
  const attribute = pick([...tag[0].matchAll(/\s[\w:.-]+="[^"]*"/g)].map(([text]) => text));
  const strange = pick(strangeValues) ?? '';
  switch (random() % 7) {
    case 0:
      return put('');
    case 1:
      return put(tag[0] + tag[0]);
    case 2:
      return put(pick(tags)?.[0] ?? '');
    case 3:
      return xml.slice(0, random() % xml.length);
    case 4:
      return put(tag[0].replace(/\/?>$/, '/>'));
    case 5:
      return attribute === undefined ? put(`${tag[0]}${strange}`) : put(tag[0].replace(attribute, ''));
    default:
      return attribute === undefined
        ? put(`${strange}${tag[0]}`)
        : put(tag[0].replace(attribute, attribute.replace(/"[^"]*"/, `"${strange}"`)));
  }
}
