/**
 * Something that a call needs at several of its stations (whom it is about, its guardrails, what it does) and that is found
 * out once: calls are told apart by their input, which is one object from parsing to the end.
 */
export class OncePerCall<T> {
  private readonly known = new WeakMap<object, Promise<T>>();

  /** What is known for this call, else what `find` finds. */
  get(input: object, find: () => Promise<T>): Promise<T> {
    const known = this.known.get(input) ?? find();
    this.known.set(input, known);
    return known;
  }

  /** It is outdated: it is found out anew. */
  forget(input: object): void {
    this.known.delete(input);
  }
}
