import { quoted } from '../words';
import type { ContainerEvidence, Diagnosis } from './Diagnosis';

const CAUSES: Array<[RegExp, string]> = [
  [/not found|manifest unknown|does not exist/i, 'says it is not found'],
  [
    /unauthorized|authentication required|denied|forbidden|401|403/i,
    'does not let the cluster have it',
  ],
  [/too ?many ?requests|rate limit|429/i, 'was asked too often'],
  [/no such host|lookup /i, 'has a name that cannot be resolved'],
  [
    /timeout|timed out|deadline exceeded|connection refused|unreachable|reset by peer/i,
    'does not answer',
  ],
];

// Which image it is has been said by then.
const PREAMBLE = /^Failed to pull image "[^"]*": /;

/** A container whose image cannot be fetched. */
export function imageMissing({
  container,
  events,
}: ContainerEvidence): Diagnosis {
  // "Back-off pulling image" hides the cause, which the event has.
  const pull = events.find(
    ({ reason, message }) =>
      reason === 'Failed' &&
      /pull/i.test(message) &&
      message.includes(container.image),
  );
  const told = pull?.message ?? container.message ?? '';
  const { registry, rest } = partsOf(container.image);
  const cause = CAUSES.find(([pattern]) => pattern.test(told))?.[1];
  const why =
    container.reason === 'InvalidImageName'
      ? `"${container.image}" is no name of an image`
      : `${registry} ${cause ?? 'does not give it out'}: ${rest}`;
  return {
    state: 'image-missing',
    sentence: `Image missing: ${why}${quoted(
      pull?.message.replace(PREAMBLE, ''),
    )}`,
  };
}

function partsOf(image: string): { registry: string; rest: string } {
  const [first, ...others] = image.split('/');
  // Without a host that looks like one, container runtimes mean Docker Hub.
  const isHost = others.length > 0 && /[.:]|^localhost$/.test(first);
  return isHost
    ? { registry: first, rest: others.join('/') }
    : { registry: 'docker.io', rest: image };
}
