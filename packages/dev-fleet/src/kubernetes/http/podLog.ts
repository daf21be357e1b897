import type { ServerResponse } from 'node:http';
import type { Clock } from '../clock';
import {
  linesOf,
  nextLineAfter,
  runOf,
  type LogLine,
  type Run,
} from '../logs/containerLog';
import type { ContainerStatus, Pod } from '../objects';
import { badRequest } from '../StatusError';
import { isTrue } from './RequestInfo';

/**
 * Answers with the log of a container, from its last lines on.
 *
 * @param current gives the pod as it is now; `undefined` once it is gone
 * @throws StatusError 400 in the words of the kubelet
 */
export function sendPodLog(
  current: () => Pod | undefined,
  query: URLSearchParams,
  response: ServerResponse,
  clock: Clock,
): void {
  const container = containerOf(current(), query.get('container'));
  const run = readableRun(current(), container, isTrue(query.get('previous')));
  const write = ({ at, text }: LogLine) =>
    response.write(
      isTrue(query.get('timestamps'))
        ? `${new Date(at).toISOString().replace('Z', '000000Z')} ${text}\n`
        : `${text}\n`,
    );

  let until = clock.now();
  const lines = [...linesOf(run, { after: beginning(query, until), until })];
  const tail = query.get('tailLines');
  response.writeHead(200, { 'content-type': 'text/plain' });
  response.flushHeaders();
  lines
    .slice(tail === null ? 0 : Math.max(0, lines.length - Number(tail)))
    .forEach(write);
  if (!isTrue(query.get('follow')) || run.end !== undefined) {
    response.end();
    return;
  }
  let cancel = () => {};
  const goOn = () => {
    const present = runNow(current(), container.name, run);
    const now = clock.now();
    for (const line of linesOf(present, { after: until, until: now }))
      write(line);
    until = now;
    if (present.end !== undefined) response.end();
    // Often enough to notice soon that the container has ended.
    else cancel = clock.after(Math.min(1_000, nextLineAfter(run, now)), goOn);
  };
  cancel = clock.after(Math.min(1_000, nextLineAfter(run, until)), goOn);
  response.once('close', () => cancel());
}

function beginning(query: URLSearchParams, now: number): number {
  const seconds = query.get('sinceSeconds');
  const time = query.get('sinceTime');
  if (seconds !== null) return now - Number(seconds) * 1000;
  return time === null ? 0 : Date.parse(time);
}

function containerOf(pod: Pod | undefined, wanted: string | null) {
  const names = pod?.spec.containers.map(({ name }) => name) ?? [];
  const pods = pod?.metadata.name;
  if (wanted === null && names.length > 1) {
    throw badRequest(
      `a container name must be specified for pod ${pods}, choose one of: [${names.join(
        ' ',
      )}]`,
    );
  }
  const name = wanted ?? names[0];
  if (!names.includes(name)) {
    throw badRequest(`container ${name} is not valid for pod ${pods}`);
  }
  const status = pod?.status?.containerStatuses?.find(
    each => each.name === name,
  );
  return { name, status };
}

function readableRun(
  pod: Pod | undefined,
  { name, status }: { name: string; status?: ContainerStatus },
  previous: boolean,
): Run {
  const run = pod && status && runOf(pod, status, previous);
  if (run) return run;
  throw badRequest(
    previous
      ? `previous terminated container "${name}" in pod "${pod?.metadata.name}" not found`
      : `container "${name}" in pod "${
          pod?.metadata.name
        }" is waiting to start: ${
          status?.state.waiting?.reason ?? 'no container status yet'
        }`,
  );
}

/** The run that is followed, with its end once it has ended. */
function runNow(pod: Pod | undefined, container: string, run: Run): Run {
  const status = pod?.status?.containerStatuses?.find(
    ({ name }) => name === container,
  );
  const isStillThis =
    status?.state.running &&
    Date.parse(status.state.running.startedAt) === run.begin;
  if (isStillThis) return run;
  const ended = pod && status && runOf(pod, status, true);
  return ended?.begin === run.begin ? ended : { ...run, end: Infinity };
}
