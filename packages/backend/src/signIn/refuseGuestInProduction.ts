import type { Config } from '@backstage/config';

/** A guest can enter a portal that is meant for production. */
export class GuestInProductionError extends Error {
  override name = 'GuestInProductionError';

  /** @param because - the setting that says that this is production */
  constructor(because: string) {
    super(
      `The configuration has auth.providers.guest, but ${because}: remove auth.providers.guest, since it lets everybody in without a password.`,
    );
  }
}

/**
 * Refuses guest sign-in where the portal runs for real.
 *
 * @param config - the root configuration
 * @param nodeEnv - the value of the environment variable NODE_ENV
 * @throws GuestInProductionError if a guest could enter a production portal
 */
export function refuseGuestInProduction(
  config: Config,
  nodeEnv: string | undefined,
): void {
  if (!config.has('auth.providers.guest')) {
    return;
  }
  if (nodeEnv === 'production') {
    throw new GuestInProductionError('NODE_ENV is production');
  }
  if (config.getOptionalString('auth.environment') === 'production') {
    throw new GuestInProductionError('auth.environment is production');
  }
}
