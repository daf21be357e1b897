import {
  byText,
  type ServiceDirectory,
  type ServiceEntry,
} from '@sphera/plugin-operations-node';

/** The services of the catalog by title; sorted again only when the catalog has changed. */
export class SortedServices {
  private asListed: readonly ServiceEntry[] = [];
  private sorted: readonly ServiceEntry[] = [];

  constructor(private readonly directory: Pick<ServiceDirectory, 'list'>) {}

  async list(): Promise<readonly ServiceEntry[]> {
    const listed = await this.directory.list();
    if (!sameEntries(listed, this.asListed)) {
      this.asListed = listed;
      this.sorted = [...listed].sort(
        (a, b) => byText(a.title, b.title) || byText(a.ref, b.ref),
      );
    }
    return this.sorted;
  }
}

function sameEntries(
  some: readonly ServiceEntry[],
  others: readonly ServiceEntry[],
): boolean {
  return (
    some.length === others.length &&
    some.every((entry, index) => entry === others[index])
  );
}
