import type { Neighbour } from '../kubernetes/Neighbour';
import type { GitServer } from './GitServer';
import { pagesOf } from './pages/pagesOf';

/** The git server and the pages of its repositories beside clusters, on their port. */
export function asNeighbour(server: GitServer): Neighbour {
  const pages = pagesOf(server.repositories);
  const { faults } = server;
  return {
    handle: (request, response) =>
      server.handle(request, response) ?? pages(request, response),
    faults: () => faults.faults(),
    concerns: wish => faults.concerns(wish),
    switchFault: wish => faults.switchFault(wish),
  };
}
