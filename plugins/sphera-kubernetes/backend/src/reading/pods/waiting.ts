import { quoted } from '../words';
import type { ContainerEvidence, Diagnosis } from './Diagnosis';
import { crashing } from './crashes';
import { itsContainer } from './exits';
import { imageMissing } from './images';

const MISSING =
  /(configmap|secret|persistentvolumeclaim|serviceaccount) "([^"]+)" not found/i;
const MISSING_KEY = /couldn't find key (\S+) in (ConfigMap|Secret) (\S+)/i;
const THINGS: Record<string, string> = {
  configmap: 'ConfigMap',
  secret: 'Secret',
  persistentvolumeclaim: 'PersistentVolumeClaim',
  serviceaccount: 'ServiceAccount',
};

/** A container that waits, by the reason that Kubernetes gives. */
export function waiting(evidence: ContainerEvidence): Diagnosis {
  const { container } = evidence;
  switch (container.reason) {
    case 'CrashLoopBackOff':
      return crashing(evidence);
    case 'ErrImagePull':
    case 'ImagePullBackOff':
    case 'InvalidImageName':
    case 'ErrImageNeverPull':
    case 'ImageInspectError':
    case 'RegistryUnavailable':
      return imageMissing(evidence);
    case 'CreateContainerConfigError':
    case 'CreateContainerError':
    case 'RunContainerError':
    case 'StartError':
      return misconfigured(evidence);
    default:
      return preparing(evidence);
  }
}

function misconfigured(evidence: ContainerEvidence): Diagnosis {
  const { message } = evidence.container;
  const what =
    missingThing(message) ??
    `${itsContainer(evidence)} cannot be started${quoted(message)}`;
  return { state: 'misconfigured', sentence: `Misconfigured: ${what}` };
}

/** A container that is about to be made; what hinders that is in the events. */
function preparing(evidence: ContainerEvidence): Diagnosis {
  const hindrance = evidence.events.find(
    ({ warning, reason }) =>
      warning &&
      [
        'FailedMount',
        'FailedAttachVolume',
        'FailedCreatePodSandBox',
        'NetworkNotReady',
      ].includes(reason),
  );
  if (!hindrance) return { state: 'starting' };
  const missing = missingThing(hindrance.message);
  if (missing) {
    return { state: 'misconfigured', sentence: `Misconfigured: ${missing}` };
  }
  const sentence = `Starting: ${itsContainer(
    evidence,
  )} cannot be made yet${quoted(hindrance.message)}`;
  return { state: 'starting', sentence };
}

function missingThing(message = ''): string | undefined {
  const key = MISSING_KEY.exec(message);
  if (key) {
    const [, name, kind, holder] = key;
    const thing = THINGS[kind.toLowerCase()];
    return `the ${thing} ${holder.split('/').pop()} has no key ${name}`;
  }
  const [, kind, name] = MISSING.exec(message) ?? [];
  return kind && `there is no ${THINGS[kind.toLowerCase()]} named ${name}`;
}
