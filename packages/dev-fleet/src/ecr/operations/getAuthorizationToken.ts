import { randomBytes } from 'node:crypto';
import { inSeconds, type Operation } from './Operation';

const TWELVE_HOURS = 12 * 3_600_000;

export const getAuthorizationToken: Operation = ({ registry, now }) => ({
  authorizationData: [
    {
      authorizationToken: Buffer.from(
        `AWS:${randomBytes(48).toString('base64url')}`,
      ).toString('base64'),
      expiresAt: inSeconds(now + TWELVE_HOURS),
      proxyEndpoint: `https://${registry.host}`,
    },
  ],
});
