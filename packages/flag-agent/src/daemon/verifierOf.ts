import { createVerifier, type Verifier } from '@sphera/plugin-flags-node';
import type { AgentSettings } from './AgentSettings';

/** `undefined`: no keys were given, so that wishes need no signature. */
export function verifierOf({
  publicKeys,
}: AgentSettings): Verifier | undefined {
  return publicKeys.length ? createVerifier(publicKeys) : undefined;
}
