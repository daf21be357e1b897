import {
  atMostEvery,
  type Clock,
  type ServiceDirectory,
} from '@sphera/plugin-operations-node';
import type { SourceLooks } from './SourceLooks';

/** It is looked once for all calls of so long, in milliseconds. */
const TOGETHER_MS = 1_000;

/** Looks at services when their source says that something new may be seen. */
export function followSource(
  looks: SourceLooks,
  {
    directory,
    clock,
    failed,
  }: {
    directory: Pick<ServiceDirectory, 'list'>;
    clock: Clock;
    failed: (error: unknown) => void;
  },
): void {
  let waiting = new Set<string>();
  let areAll = false;
  const lookAtThem = async () => {
    const [refs, isOfAll] = [waiting, areAll];
    waiting = new Set();
    areAll = false;
    const services = await directory.list();
    await looks.look(
      isOfAll ? services : services.filter(({ ref }) => refs.has(ref)),
      { isExtra: true },
    );
  };
  const tell = atMostEvery(
    TOGETHER_MS,
    () => void lookAtThem().catch(failed),
    clock,
  );
  looks.source.onChange?.(services => {
    if (services) for (const ref of services) waiting.add(ref);
    else areAll = true;
    tell();
  });
}
