const REF = /^([a-z]+):([^/]+)\/(.+)$/i;

/** The short name of an entity ref (`dana` of `user:default/dana`); other names as they are. */
export function shortName(ref: string): string {
  const [, , namespace, name] = REF.exec(ref) ?? [];
  if (!name) return ref;
  return namespace === 'default' ? name : `${namespace}/${name}`;
}
