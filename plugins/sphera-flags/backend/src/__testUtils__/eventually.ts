/** Waits until something holds; fails as it did last after so many milliseconds. */
export async function eventually<T>(
  holds: () => Promise<T>,
  patience = 15_000,
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
