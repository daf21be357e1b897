import {
  type AwsStandIn,
  fillSecrets,
  startSecretsManagerStandIn,
} from '../../packages/dev-fleet/src';
import type { SecretsWanted } from './startSecretPlaces';

/** Which secrets drift: each twentieth is missing in one place of an environment, the one after it has another value there. */
const DRIFTS_EACH = 20;

/** AWS in a process of its own, so that none of its work is counted as the portal's. */
process.once('message', async (wanted: SecretsWanted) => {
  const { accounts, size } = wanted;
  const standIn = await startSecretsManagerStandIn({
    accounts,
    fill(aws) {
      fillSecrets(size)(aws);
      letDrift(aws, size.places);
    },
  });
  process.on('message', message => {
    if (message !== 'calls') return;
    process.send!({ calls: standIn.aws.calls() });
    standIn.aws.resetCalls();
  });
  const counts = size.places.map(
    ({ account, region }) => secretsIn(standIn.aws, account, region).length,
  );
  process.send!({ endpoint: standIn.endpoint, counts });
});
process.once('disconnect', () => process.exit());

function letDrift(
  standIn: AwsStandIn,
  places: SecretsWanted['size']['places'],
) {
  const drifting = places.filter(
    ({ environment }, index) =>
      places.findIndex(place => place.environment === environment) === index,
  );
  for (const { account, region } of drifting) {
    const store = standIn.secrets(account, region);
    secretsIn(standIn, account, region).forEach((secret, index) => {
      if (index % DRIFTS_EACH === 0) store.remove(secret);
      if (index % DRIFTS_EACH === 1) secret.versions[0].value = 'another one';
    });
  }
}

const secretsIn = (standIn: AwsStandIn, account: string, region: string) => [
  ...standIn.secrets(account, region).ordered(),
];
