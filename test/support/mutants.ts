// Damaged copies of a file, the same in every run: flipped, dropped and doubled stretches (H2).

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
