// Long reading on the main thread, cut into slices.

export type Slicer = {
  /** Call before each piece of work: lets others run where the slice is used up. */
  readonly rest: () => Promise<void>;
};

/** Milliseconds before others get their turn. Nothing a person does may wait longer than 50. */
export const defaultSliceMs = 8;

/**
 * @param pause lets others run; throws where the work is no longer wanted
 * @param length of a slice, in milliseconds
 */
export function slicer(pause: () => Promise<void>, length = defaultSliceMs): Slicer {
  let until = performance.now() + length;
  return {
    rest: async () => {
      if (performance.now() < until) return;
      await pause();
      until = performance.now() + length;
    },
  };
}
