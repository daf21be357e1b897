import type { IncomingMessage, ServerResponse } from 'node:http';
import { FAULTS, type Fault, type FaultSwitch } from '../faults';
import type { Neighbour } from '../Neighbour';
import { sendJson } from './answers';

/**
 * `GET /faults` says what is wrong with each cluster; `POST /faults { "cluster": "staging-eu", "fault": "down" }`
 * switches it. Without a cluster: all of them. What concerns a neighbour goes to it.
 */
export async function controlFaults(
  request: IncomingMessage,
  response: ServerResponse,
  switches: Map<string, FaultSwitch>,
  neighbours: readonly Neighbour[] = [],
): Promise<void> {
  if (request.method === 'POST') {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const problem = switchFault(
      Buffer.concat(chunks).toString(),
      switches,
      neighbours,
    );
    if (problem) return sendJson(response, 400, { error: problem });
  }
  const faults = [...switches].map(([cluster, { current }]) => [
    cluster,
    current,
  ]);
  return sendJson(response, 200, {
    ...Object.fromEntries(faults),
    ...Object.assign({}, ...neighbours.map(each => each.faults())),
  });
}

function switchFault(
  body: string,
  switches: Map<string, FaultSwitch>,
  neighbours: readonly Neighbour[],
): string | undefined {
  let wish: { cluster?: string; fault?: Fault };
  try {
    wish = JSON.parse(body);
  } catch {
    return 'The body must be JSON, like {"cluster":"staging-eu","fault":"down"}.';
  }
  const neighbour = neighbours.find(each => each.concerns(wish));
  if (neighbour) return neighbour.switchFault(wish);
  const { cluster, fault } = wish;
  if (!fault || !Object.hasOwn(FAULTS, fault)) {
    return `"fault" must be one of ${Object.keys(FAULTS).join(', ')}.`;
  }
  if (cluster !== undefined && !switches.has(cluster)) {
    return `"cluster" must be one of ${[...switches.keys()].join(', ')}.`;
  }
  for (const [name, each] of switches) {
    if (cluster === undefined || name === cluster) each.set(fault);
  }
  return undefined;
}
