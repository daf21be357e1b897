import { startSecretsManagerStandIn } from '@sphera/dev-fleet';
import { ACCOUNTS, secretsSettings } from '../../__testUtils__/settings';
import { startSecrets } from '../../__testUtils__/startSecrets';
import { Doorman } from './Doorman';

/** A stand-in of AWS with a doorman before it, and portals that pass by him. */
export async function startBehindDoorman() {
  const standIn = await startSecretsManagerStandIn({
    accounts: Object.values(ACCOUNTS).map(account => ({
      account,
      accessKeyId: `KEYOF${account}`,
      secretAccessKey: 'of-no-use',
    })),
  });
  const doorman = await Doorman.before(standIn.endpoint);
  const portals: Array<Awaited<ReturnType<typeof startSecrets>>> = [];
  return {
    standIn,
    doorman,
    /** Starts a portal, or another replica of it. */
    async portal(options: Parameters<typeof startSecrets>[0] = {}) {
      const portal = await startSecrets({
        ...options,
        standIn,
        config: { ...secretsSettings(doorman.endpoint), ...options?.config },
      });
      portals.push(portal);
      return portal;
    },
    async stop() {
      doorman.stepAside();
      for (const portal of portals) await portal.stop();
      await doorman.stop();
      await standIn.stop();
    },
  };
}
