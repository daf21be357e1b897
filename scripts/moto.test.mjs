import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readyMoto } from './moto.mjs';
import { explainPipFailure } from './motoFailure.mjs';

describe('moto', () => {
  it('is the one that SPHERA_TEST_MOTO_URL names', async () => {
    const { url } = await readyMoto({ SPHERA_TEST_MOTO_URL: 'http://moto:1' });
    assert.equal(url, 'http://moto:1');
  });

  it('is not needed where AWS itself is given', async () => {
    const { url } = await readyMoto({ SPHERA_TEST_AWS_REGIONS: 'us-east-1' });
    assert.equal(url, undefined);
  });

  it('that cannot be fetched tells no network from a refusal', () => {
    assert.match(
      explainPipFailure(
        "WARNING: Retrying after connection broken by 'NewConnectionError(…)'\nERROR: No matching distribution found for moto\n",
      ),
      /^moto could not be fetched, since the Python package index does not answer, or has none: check/,
    );
    assert.equal(
      explainPipFailure(
        'ERROR: Could not find a version that satisfies the requirement click==8.5.0 (from versions: 8.1.0)\nERROR: No matching distribution found for click==8.5.0\n',
      ),
      'moto could not be installed: Could not find a version that satisfies the requirement click==8.5.0 (from versions: 8.1.0)',
    );
  });
});
