const ROUNDS = 25;

/**
 * Measures a thing and its peer in turns. Each round gives a ratio, since the two
 * halves of a round see the machine equally busy; their median counts.
 */
export async function inTurns(
  own: () => Promise<number>,
  peer: () => Promise<number>,
): Promise<{ own: number; peer: number; ratio: number }> {
  // The first of each warms up.
  await peer();
  await own();
  const rounds: Array<{ own: number; peer: number }> = [];
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({ peer: await peer(), own: await own() });
  }
  return {
    own: median(rounds.map(round => round.own)),
    peer: median(rounds.map(round => round.peer)),
    ratio: median(rounds.map(round => round.own / round.peer)),
  };
}

const median = (values: number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
