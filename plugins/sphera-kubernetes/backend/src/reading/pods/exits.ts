import type { ContainerEvidence } from './Diagnosis';

// 128 + number of the signal, as shells count; 126 and 127 are the shell's own.
const EXIT_CODES: Record<number, string> = {
  126: 'may not run its command (exit code 126)',
  127: 'did not find its command (exit code 127)',
  134: 'gave up by itself (exit code 134, abort)',
  137: 'was killed (exit code 137)',
  139: 'broke with a segmentation fault (exit code 139)',
  143: 'was told to end (exit code 143)',
};

/** `its container api`, `its init container migrate`. */
export function itsContainer({ container }: ContainerEvidence): string {
  return `its ${container.init ? 'init container' : 'container'} ${
    container.name
  }`;
}

/** How a container's run ended, as what the container did. */
export function exitWords(code: number): string {
  return EXIT_CODES[code] ?? `ended with exit code ${code}`;
}

/** Whether the memory limit ended the container's last run. */
export function ranOutOfMemory({ container }: ContainerEvidence): boolean {
  return [container.reason, container.lastExit?.reason].includes('OOMKilled');
}

/** `at its limit of 512Mi`, or nothing where no limit is set. */
export function memoryLimit({
  container,
  containers,
}: ContainerEvidence): string {
  const limit = containers.find(({ name }) => name === container.name)?.limits
    .memory;
  return limit ? `at its limit of ${limit}` : 'while the node had none left';
}
