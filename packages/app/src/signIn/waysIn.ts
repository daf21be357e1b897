import type { ConfigApi } from '@backstage/frontend-plugin-api';
import { colleagues, type Colleague } from './colleagues';

/** One way to sign in, as the sign-in page offers it. */
export interface WayIn {
  /** Id of the authentication provider, and of the person where it lets in several. */
  id: 'guest' | 'okta' | 'oidc' | `colleague/${string}`;
  /** What the button says. */
  label: string;
  /** What happens then. */
  explanation: string;
  /** Who enters without a password, instead of the guest. */
  colleague?: Colleague;
}

const everyWay: WayIn[] = [
  {
    id: 'okta',
    label: 'Continue with Okta',
    explanation: 'Opens a window in which you sign in to Okta.',
  },
  {
    id: 'oidc',
    label: 'Continue with single sign-on',
    explanation: 'Opens a window in which you sign in to your company.',
  },
  {
    id: 'guest',
    label: 'Enter',
    explanation: 'No password: this portal runs for you alone.',
  },
];

/**
 * The ways to sign in that the configuration of the backend offers.
 *
 * @param config - what the frontend may see of it: guest's presence, colleagues, client ids
 */
export function waysIn(config: ConfigApi): WayIn[] {
  const environment =
    config.getOptionalString('auth.environment') ?? 'development';
  const witness: Record<string, string> = {
    guest: 'auth.providers.guest',
    okta: `auth.providers.okta.${environment}.clientId`,
    oidc: `auth.providers.oidc.${environment}.clientId`,
  };
  const ways = everyWay.filter(({ id }) => config.has(witness[id]));
  return [...ways, ...colleagues(config).map(wayOf)];
}

function wayOf(colleague: Colleague): WayIn {
  return {
    id: `colleague/${colleague.userEntityRef}`,
    label: colleague.name,
    explanation: colleague.team,
    colleague,
  };
}
