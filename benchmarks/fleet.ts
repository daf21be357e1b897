/**
 * Claim: a portal that watches 12 clusters with 1,000 services each (12,000 deployments,
 * 36,000 pods) stays under 600 MB of resident memory, its whole process included, and shows
 * the first complete view less than 10 s after its process was started.
 *
 * Portal and clusters are processes of their own, the portal's compiled as it is shipped. Its heap
 * may grow to 400 MB: Node.js would let it grow to half of the machine, whether it needs that
 * or not. Resident memory is what Linux says, the most of half a minute after the first view, in
 * which pages are asked for.
 */
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { compiled } from './measuring/compiled';
import { load } from './measuring/load';
import type { Portal } from './measuring/Portal';
import { report } from './measuring/report';
import { Clusters, startClusters } from './measuring/startClusters';
import { untilSeen } from './measuring/untilSeen';

const BAR_MB = 600;
const FIRST_VIEW_BAR_MS = 10_000;
const HEAP_MB = 400;
const SERVICES = 1_000;
const LOOKS = 30;

const MATRIX = '/api/sphera-kubernetes/v1/list-service-deployments?limit=50';
const DRIFT = '/api/sphera-kubernetes/v1/list-drift?limit=50';

/** Resident memory of a process in MB, as /proc/<pid>/status has it: now (VmRSS) or at most ever (VmHWM). */
function residentMb(pid: number, key: 'VmRSS' | 'VmHWM') {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const [, kb] = new RegExp(`^${key}:\\s+(\\d+) kB$`, 'm').exec(status)!;
  return Math.round(Number(kb) / 1024);
}

async function startWatching(program: string, { fleet, entities }: Clusters) {
  const child = fork(program, {
    execArgv: [`--max-old-space-size=${HEAP_MB}`, '--max-semi-space-size=8'],
  });
  child.send({ fleet: fleet(), entities });
  const portal = await new Promise<Portal>((resolve, reject) => {
    child.on('message', message => {
      const said = message as { portal?: Portal };
      if (said.portal) resolve(said.portal);
    });
    child.once('exit', () => reject(new Error('The portal did not start')));
  });
  return { portal, child };
}

report(async () => {
  const clusters = await startClusters({
    clusters: 12,
    services: SERVICES,
    podsPerDeployment: 3,
  });
  const program = await compiled(
    join(__dirname, 'measuring/watchingPortal.ts'),
  );
  const begin = performance.now();
  const { portal, child } = await startWatching(program, clusters);
  await untilSeen(portal, SERVICES);
  const firstViewMs = Math.round(performance.now() - begin);

  const { medianMs } = await load(portal, [MATRIX, DRIFT]);
  const seen: number[] = [];
  for (let look = 0; look < LOOKS; look++) {
    await fetch(`${portal.address}${MATRIX}`, { headers: portal.headers });
    seen.push(residentMb(child.pid!, 'VmRSS'));
    await sleep(1_000);
  }
  const most = Math.max(...seen);
  const peakMb = residentMb(child.pid!, 'VmHWM');
  child.disconnect();
  clusters.stop();
  return {
    bench: 'fleet',
    residentMb: most,
    peakMb,
    firstViewMs,
    pageMedianMs: medianMs,
    ratio: most / BAR_MB,
    bar: 1,
    holds: most < BAR_MB && firstViewMs < FIRST_VIEW_BAR_MS,
  };
});
