import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';

/** Through which door a call came. */
export type Door = 'http' | 'action' | 'mcp' | 'scaffolder' | 'schedule';

/** Who is asking: a person, or a program with its own token. */
export interface Actor {
  /** Entity ref of the person (`user:default/dana`) or subject of the token (`ci-pipeline`). */
  ref: string;
  kind: 'user' | 'service';
  door: Door;
}

// A plugin that calls in a person's name says so in the token; these two are doors of their own.
const DOORS_OF_PLUGINS: Record<string, Door> = {
  'plugin:mcp-actions': 'mcp',
  'plugin:scaffolder': 'scaffolder',
};

/**
 * The caller behind credentials.
 * @throws AuthenticationError where nobody signed in.
 */
export function actorOf(
  auth: AuthService,
  credentials: BackstageCredentials,
  door: Door,
): Actor {
  if (auth.isPrincipal(credentials, 'user')) {
    const { userEntityRef, actor } = credentials.principal;
    const via = actor && DOORS_OF_PLUGINS[actor.subject];
    return { ref: userEntityRef, kind: 'user', door: via ?? door };
  }
  if (auth.isPrincipal(credentials, 'service')) {
    const { subject } = credentials.principal;
    const via = DOORS_OF_PLUGINS[subject];
    return { ref: subject, kind: 'service', door: via ?? door };
  }
  throw new AuthenticationError(
    'Nobody is signed in: send a token in the header "Authorization: Bearer …"',
  );
}
