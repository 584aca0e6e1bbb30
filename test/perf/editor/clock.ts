// Time of the main thread, without the wait for the screen: what a step does when it is called, and the frame after
// it from its head until layout and paint are done.

/**
 * Milliseconds of work: the step itself and the frames until it shows.
 * @param isShown asked after each frame; one frame is enough where it is left out
 */
export async function workOf(step: () => void, isShown: () => boolean = () => true): Promise<number> {
  await quiet();
  // Asked for before the step, so that it runs before anything the step asks for.
  let frame = frameTime();
  const start = performance.now();
  step();
  let spent = performance.now() - start + (await frame);
  for (let frames = 1; !isShown(); frames += 1) {
    if (frames > 60) throw new Error('it did not show within a second');
    frame = frameTime();
    spent += await frame;
  }
  return spent;
}

/** Milliseconds of every frame of a scroll over all of an element, in at most 200 frames. */
export async function framesOf(scroller: Element): Promise<readonly number[]> {
  scroller.scrollTop = 0;
  await quiet();
  const times: number[] = [];
  const stride = Math.max(100, scroller.scrollHeight / 200);
  for (let top = 0; top < scroller.scrollHeight - scroller.clientHeight && times.length < 200; top += stride) {
    const frame = frameTime();
    const start = performance.now();
    scroller.scrollTop = top;
    const spent = performance.now() - start;
    times.push(spent + (await frame));
  }
  return times;
}

/** From the time stamp of a key to the end of the frame that shows it. */
export const keysTimed = {
  times: [] as number[],
  begin(): void {
    this.times = [];
    addEventListener('keydown', onKey, { capture: true });
  },
  async shown(count: number): Promise<void> {
    while (this.times.length < count) await new Promise((resolve) => requestAnimationFrame(resolve));
    await quiet();
  },
  end(): readonly number[] {
    removeEventListener('keydown', onKey, { capture: true });
    return this.times;
  },
};

function onKey({ timeStamp }: KeyboardEvent): void {
  void frameTime().then(() => keysTimed.times.push(performance.now() - timeStamp));
}

/** From the head of the next frame to the end of its work on the main thread. */
function frameTime(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const start = performance.now();
      const channel = new MessageChannel();
      // A message is handled after layout and paint of the frame in which it was sent.
      channel.port1.addEventListener('message', () => resolve(performance.now() - start));
      channel.port1.start();
      channel.port2.postMessage(null);
    });
  });
}

async function quiet(): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise<void>((resolve) => requestIdleCallback(() => resolve()));
  }
}
