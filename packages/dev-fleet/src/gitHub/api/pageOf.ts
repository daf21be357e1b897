/** A page of a list, and the ways to the others as GitHub writes them. */
export function pageOf(
  all: object[],
  asked: URL,
): { items: object[]; link?: string } {
  const size = sizeOf(asked);
  const number = Math.max(1, Number(asked.searchParams.get('page')) || 1);
  const last = Math.max(1, Math.ceil(all.length / size));
  const way = (rel: string, page: number) => {
    const there = new URL(asked);
    there.searchParams.set('page', String(page));
    return `<${there}>; rel="${rel}"`;
  };
  const ways = [
    ...(number > 1 ? [way('prev', number - 1)] : []),
    ...(number < last ? [way('next', number + 1), way('last', last)] : []),
    ...(number > 1 ? [way('first', 1)] : []),
  ];
  return {
    items: all.slice((number - 1) * size, number * size),
    ...(ways.length > 0 && { link: ways.join(', ') }),
  };
}

/** A hundred at most; thirty where nothing is said. */
function sizeOf({ searchParams }: URL): number {
  const size = Number(searchParams.get('per_page') ?? 30);
  return size >= 1 ? Math.min(size, 100) : 30;
}
