const FIELD = /\{([^{}]*)\}/g;

/** An address, or the field because of which there is none. */
export type Filled = { url: string } | { lacks: string };

/**
 * The address that a template makes. Each value is encoded whole, so that it stays the part of the path, the
 * parameter or the fragment in which its field stands; a repository alone keeps its slashes in a path. A value that
 * would lead up and away in the path (`..`) is as good as none.
 *
 * @param valueOf - the value of a field, undefined or empty where there is none
 */
export function fillAddress(
  template: string,
  valueOf: (field: string) => string | undefined,
): Filled {
  let lacks: string | undefined;
  const filled = template.replace(FIELD, (_, field: string, at: number) => {
    const isInPath = !/[?#]/.test(template.slice(0, at));
    const value = valueOf(field)?.trim() ?? '';
    const parts =
      isInPath && field === 'repository' ? value.split('/') : [value];
    const encoded = parts.map(part => encode(part, isInPath));
    if (encoded.includes('')) lacks ??= field;
    return encoded.join('/');
  });
  return lacks === undefined ? { url: new URL(filled).href } : { lacks };
}

/** Empty where a value cannot stand in an address. */
function encode(value: string, isInPath: boolean): string {
  if (isInPath && /^\.+$/.test(value)) return '';
  try {
    return encodeURIComponent(value);
  } catch {
    // Half of a surrogate pair.
    return '';
  }
}
