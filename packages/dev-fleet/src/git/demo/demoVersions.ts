import { services } from '../../kubernetes/demo/services';
import { demoFiles } from './demoFiles';
import { versionsOf } from './deploymentsOf';

/** Every version of each service that the history of the repositories names, the oldest first. */
export function demoVersions(): Record<string, string[]> {
  return Object.fromEntries(
    services.map(({ name }) => {
      const moments = new Map<string, number>();
      for (const file of demoFiles) {
        if (file.service.name !== name) continue;
        for (const { version, at } of versionsOf(file, 0)) {
          moments.set(version, Math.min(at, moments.get(version) ?? at));
        }
      }
      return [
        name,
        [...moments]
          .sort(([, one], [, other]) => one - other)
          .map(([version]) => version),
      ];
    }),
  );
}
