/** Numbers from 0 up to but not 1 that look random, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) % 2 ** 32;
    return ((state + 2 ** 32) % 2 ** 32) / 2 ** 32;
  };
}
