const ROUNDS = 25;

/**
 * Measures a thing and its peer in turns. Each round gives a ratio, since the two
 * halves of a round see the machine equally busy; their median counts.
 */
export async function inTurns(
  own: () => Promise<number>,
  peer: () => Promise<number>,
  rounds = ROUNDS,
): Promise<{ own: number; peer: number; ratio: number }> {
  // The first of each warms up.
  await peer();
  await own();
  const measured: Array<{ own: number; peer: number }> = [];
  for (let round = 0; round < rounds; round++) {
    measured.push({ peer: await peer(), own: await own() });
  }
  return {
    own: median(measured.map(round => round.own)),
    peer: median(measured.map(round => round.peer)),
    ratio: median(measured.map(round => round.own / round.peer)),
  };
}

const median = (values: number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
