/** What kafkajs and Node.js say of an error, as far as it matters here. */
export interface Cause {
  name: string;
  message: string;
  /** Of Kafka's protocol: `TOPIC_AUTHORIZATION_FAILED`. */
  type?: string;
  /** Of Node.js: `ECONNREFUSED`. */
  code?: string;
}

const text = (value: unknown) =>
  typeof value === 'string' ? value : undefined;

/** An error and all that it was caused by, the outermost first. */
export function causesOf(error: unknown): Cause[] {
  const found: Cause[] = [];
  const seen = new Set<unknown>();
  const look = (one: any) => {
    if (typeof one !== 'object' || one === null || seen.has(one)) return;
    seen.add(one);
    found.push({
      name: text(one.name) ?? '',
      message: text(one.message) ?? '',
      type: text(one.type),
      code: text(one.code),
    });
    look(one.cause);
    for (const each of Array.isArray(one.errors) ? one.errors : []) look(each);
  };
  look(error);
  return found;
}
