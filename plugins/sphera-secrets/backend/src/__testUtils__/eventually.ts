/** Waits until something holds; fails as it did last after so many milliseconds. */
export async function eventually(
  holds: () => Promise<void>,
  patience = 8_000,
): Promise<void> {
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
