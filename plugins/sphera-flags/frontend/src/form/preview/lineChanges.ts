/** Lines that go, lines that come, lines that stay. */
export interface LineChange {
  kind: 'gone' | 'new' | 'same';
  line: string;
}

/** How lines become others: in order, what goes before what comes. */
export function lineChanges(before: string[], after: string[]): LineChange[] {
  const kept = longestCommon(before, after);
  const changes: LineChange[] = [];
  let from = 0;
  let to = 0;
  const until = (endFrom: number, endTo: number) => {
    while (from < endFrom) changes.push({ kind: 'gone', line: before[from++] });
    while (to < endTo) changes.push({ kind: 'new', line: after[to++] });
  };
  for (const [inBefore, inAfter] of kept) {
    until(inBefore, inAfter);
    changes.push({ kind: 'same', line: before[inBefore] });
    from += 1;
    to += 1;
  }
  until(before.length, after.length);
  return changes;
}

/** Where the longest row of lines that both have stands in each. */
function longestCommon(before: string[], after: string[]): [number, number][] {
  const lengths = Array.from({ length: before.length + 1 }, () =>
    new Array<number>(after.length + 1).fill(0),
  );
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      lengths[i][j] =
        before[i] === after[j]
          ? lengths[i + 1][j + 1] + 1
          : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (before[i] === after[j]) pairs.push([i++, j++]);
    else if (lengths[i + 1][j] >= lengths[i][j + 1]) i++;
    else j++;
  }
  return pairs;
}
