// Ratios of things measured side by side: on a shared machine only those mean anything.

export type Measurement = {
  readonly name: string;
  readonly value: number;
  /** `×`: how many times the yardstick named in the detail. */
  readonly unit: '×' | 'ms' | 'MB';
  /** Upper bound of the value, or null where none is set. */
  readonly budget: number | null;
  readonly detail: string;
};

/** A module of this folder whose name ends in `.suite.ts` exports one as `suite`. */
export type Suite = {
  /** What it measures, so that a filter can leave out what would take long. */
  readonly names: readonly string[];
  readonly run: (tools: SuiteTools) => Promise<readonly Measurement[]>;
};

export type SuiteTools = {
  readonly wants: (name: string) => boolean;
  /** Says what takes long, to a person who waits. */
  readonly say: (text: string) => void;
};

export type Ratio = {
  readonly ratio: number;
  /** Milliseconds, medians. */
  readonly work: number;
  readonly yardstick: number;
  /** Longest time, in milliseconds of processor time, in which the main thread served nobody else. */
  readonly block: number;
};

export type RatioWanted = {
  readonly rounds: number;
  readonly work: () => unknown;
  readonly yardstick: () => unknown;
  /** Done before each round's work, outside its time. */
  readonly prepare?: () => unknown;
};

/**
 * Work and yardstick in turns. The ratio is the median of the rounds' ratios, each against the median of three
 * yardsticks taken just before.
 */
export async function ratioOf({ rounds, work, yardstick, prepare }: RatioWanted): Promise<Ratio> {
  const ratios: number[] = [];
  const works: number[] = [];
  const yardsticks: number[] = [];
  let block = 0;
  for (let round = 0; round < rounds; round += 1) {
    await prepare?.();
    const measure = median([await timeOf(yardstick), await timeOf(yardstick), await timeOf(yardstick)]);
    const { milliseconds, longest } = await timeAndBlockOf(work);
    ratios.push(milliseconds / measure);
    works.push(milliseconds);
    yardsticks.push(measure);
    block = Math.max(block, longest);
  }
  return { ratio: median(ratios), work: median(works), yardstick: median(yardsticks), block };
}

/** Milliseconds that something took. */
export async function timeOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Milliseconds that something took, and the longest in which this thread worked without letting anything else
 * have its turn. The latter in processor time, which does not count what other programs took.
 */
export async function timeAndBlockOf(work: () => unknown) {
  let longest = 0;
  let before = processorTime();
  const look = (): void => {
    const now = processorTime();
    longest = Math.max(longest, now - before);
    before = now;
  };
  const clock = setInterval(look, 1);
  try {
    const milliseconds = await timeOf(work);
    look();
    return { milliseconds, longest };
  } finally {
    clearInterval(clock);
  }
}

function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** `12.3 ms`, with as many digits as mean something. */
export function ms(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0)} ms`;
}
