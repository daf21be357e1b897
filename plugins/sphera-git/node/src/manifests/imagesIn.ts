const CONTAINERS = ['containers', 'initContainers', 'ephemeralContainers'];

/** Every image that an object names in a container, however deep. */
export function imagesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(imagesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    CONTAINERS.includes(key) && Array.isArray(inner)
      ? [...inner.map(one => String(one?.image)), ...imagesIn(inner)]
      : imagesIn(inner),
  );
}
