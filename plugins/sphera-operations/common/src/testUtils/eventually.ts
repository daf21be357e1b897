/** In milliseconds; a machine may be many times slower than the one on which a test was written. */
const PATIENCE = 50_000;

/** Waits until something holds; fails as it did last after so many milliseconds. */
export async function eventually<T>(
  holds: () => T | Promise<T>,
  patience = PATIENCE,
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await holds();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise(resolve => setTimeout(resolve, 25));
    }
  }
}
