/** Long work cut into slices, so that the page answers in between. */

/** Milliseconds of a slice. */
const LONGEST = 12;

/** Runs work to its end, the first slice at once. @returns what stops it */
export function inSlices(work: Iterator<unknown>, done: () => void = () => undefined): () => void {
  let isStopped = false;
  const slice = (): void => {
    if (isStopped) return;
    const until = performance.now() + LONGEST;
    do {
      if (work.next().done === true) {
        done();
        return;
      }
    } while (performance.now() < until);
    setTimeout(slice);
  };
  slice();
  return () => {
    isStopped = true;
  };
}
