/** Asks again until it does not throw; throws what it last threw once the time is over. */
export async function eventually<T>(
  ask: () => T | Promise<T>,
  withinMs = 20_000,
): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise(resolve => setTimeout(resolve, 25));
    }
  }
}
