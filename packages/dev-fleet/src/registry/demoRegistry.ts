import { demoVersions } from '../git/demo/demoVersions';
import { RegistryStandIn } from './RegistryStandIn';

/** Account of the portal at the demo company's registry. It opens nothing but this, on this machine. */
export const DEMO_REGISTRY_ACCOUNT = {
  username: 'sphera',
  password: 'laptop-registry-Tz4vKx8Nq2Wd7Lm5Yc9Rb3Hj',
};

/** How many of the oldest versions of a service the nightly clean-up has deleted. */
const CLEANED_UP = 2;
/** A word in a tag that says that the image was never pushed. */
const NEVER_PUSHED = 'missing';

/** The registry of the demo company: what ran lately is there. */
export function demoRegistry(
  /** By service, the oldest first; those of the repositories' history if absent. */
  versions: Record<string, readonly string[]> = demoVersions(),
): RegistryStandIn {
  return new RegistryStandIn({
    credentials: DEMO_REGISTRY_ACCOUNT,
    images: Object.fromEntries(
      Object.entries(versions).map(([service, all]) => [
        service,
        all
          .slice(all.length > 2 * CLEANED_UP ? CLEANED_UP : 0)
          .filter(version => !version.includes(NEVER_PUSHED)),
      ]),
    ),
  });
}
