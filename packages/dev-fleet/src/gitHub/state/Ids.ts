/** Numbers by which the API names things. */
export class Ids {
  #last = 60_000_000;

  next(): number {
    return ++this.#last;
  }
}
