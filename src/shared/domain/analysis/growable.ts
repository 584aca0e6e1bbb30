// Growing Int32 columns: units and runs are found one by one, and their number is known only at the end.

/** An Int32Array that grows by doubling. `finish` gives the exact length. */
export type GrowableColumn = {
  readonly push: (value: number) => void;
  readonly finish: () => Int32Array;
};

export type GrowableUnits = {
  readonly push: (start: number, end: number) => void;
  readonly finish: () => { readonly starts: Int32Array; readonly ends: Int32Array };
};

/** @param expected how many values will probably come; more are welcome */
export function growableColumn(expected = 64): GrowableColumn {
  let values = new Int32Array(Math.max(8, expected));
  let size = 0;
  return {
    push: (value) => {
      if (size === values.length) {
        const wider = new Int32Array(size * 2);
        wider.set(values);
        values = wider;
      }
      values[size] = value;
      size += 1;
    },
    finish: () => (size === values.length ? values : values.slice(0, size)),
  };
}

export function growableUnits(expected = 64): GrowableUnits {
  const starts = growableColumn(expected);
  const ends = growableColumn(expected);
  return {
    push: (start, end) => {
      starts.push(start);
      ends.push(end);
    },
    finish: () => ({ starts: starts.finish(), ends: ends.finish() }),
  };
}
