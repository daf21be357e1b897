/**
 * Jest gives each test file an `Object` of its own, and what `fetch` parses has the one outside of it: the templates of the
 * scaffolder take that for no plain record. From here on, answers are parsed inside. Returns how to go back.
 */
export function parseInside(): () => void {
  const before = globalThis.fetch;
  globalThis.fetch = async (...asked) => {
    const response = await before(...asked);
    return new Proxy(response, {
      get(target, name) {
        if (name === 'json') return async () => JSON.parse(await target.text());
        const found = Reflect.get(target, name, target);
        return typeof found === 'function' ? found.bind(target) : found;
      },
    });
  };
  return () => {
    globalThis.fetch = before;
  };
}
