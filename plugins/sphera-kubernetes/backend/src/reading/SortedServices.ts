import type {
  ServiceDirectory,
  ServiceEntry,
} from '@sphera/plugin-operations-node';

const { compare } = new Intl.Collator('en', {
  numeric: true,
  sensitivity: 'base',
});

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
        (a, b) => compare(a.title, b.title) || compare(a.ref, b.ref),
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
