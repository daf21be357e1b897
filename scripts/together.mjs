/**
 * Starts several things at once; where one fails, the others are stopped again.
 *
 * @template {{ stop(): void | Promise<void> }} T
 * @param {Array<Promise<T>>} starts
 * @returns {Promise<{ started: T[], stop(): Promise<void> }>} in the order given; `stop` stops all
 * @throws the first failure
 */
export async function startTogether(starts) {
  const outcomes = await Promise.allSettled(starts);
  const started = outcomes.flatMap(({ value }) => value ?? []);
  async function stop() {
    await Promise.all(started.map(each => each.stop()));
  }
  const failure = outcomes.find(({ status }) => status === 'rejected');
  if (failure) {
    await stop();
    throw failure.reason;
  }
  return { started, stop };
}
