import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { appSection } from './appBundle.mjs';
import { yarnSettings } from './npmSettings.mjs';
import { explainFailure } from './registryFailure.mjs';
import { runsBackstage } from './toolchain.mjs';
import { calledByYarn } from './yarnScript.mjs';

describe('the toolchain', () => {
  it('takes the running Node.js if Backstage runs on it', () => {
    const versions = [
      '18.20.0',
      '20.20.2',
      '22.11.0',
      '22.12.0',
      '23.4.0',
      '24.0.0',
      '26.0.0',
    ];
    assert.deepEqual(versions.filter(runsBackstage), ['22.12.0', '24.0.0']);
  });

  it("hands npm's registry, certificates and proxy to Yarn", () => {
    const answer =
      'registry=https://npm.example.org/\r\ncafile=/etc/company.pem\nproxy=null\nhttps-proxy=http://proxy:3128\n';
    assert.deepEqual(yarnSettings(answer, {}), {
      YARN_NPM_REGISTRY_SERVER: 'https://npm.example.org/',
      YARN_HTTPS_CA_FILE_PATH: '/etc/company.pem',
      YARN_HTTPS_PROXY: 'http://proxy:3128',
    });
  });

  it('leaves what is set for Yarn already', () => {
    const env = { YARN_NPM_REGISTRY_SERVER: 'https://yarn.example.org/' };
    assert.deepEqual(
      yarnSettings('registry=https://npm.example.org/', env),
      {},
    );
  });

  it('tells no network from a refusal', () => {
    const registry = 'https://npm.example.org/';
    assert.match(
      explainFailure(
        'Yarn 4',
        'npm error code ENOTFOUND\nnpm error …',
        registry,
      ),
      /Yarn 4 could not be fetched, since the npm registry \(https:\/\/npm\.example\.org\/\) does not answer/,
    );
    assert.equal(
      explainFailure(
        'Yarn 4',
        'npm error code ETARGET\nnpm error No matching version found.',
        registry,
      ),
      'Yarn 4 could not be installed: No matching version found.',
    );
    assert.equal(
      explainFailure(
        'The dependencies',
        '➤ YN0000: ┌ Resolution step\n➤ YN0028: │ The lockfile would have been modified by this install, which is explicitly forbidden.\n➤ YN0000: · Failed with errors in 1s',
        registry,
      ),
      'The dependencies could not be installed: The lockfile would have been modified by this install, which is explicitly forbidden.',
    );
  });

  it('knows who called a script whose name npm and Yarn share', () => {
    const agent = name => ({ npm_config_user_agent: name });
    assert.equal(calledByYarn(agent('yarn/4.18.1 npm/? node/v24.21.0')), true);
    assert.equal(calledByYarn(agent('npm/11.0.0 node/v24.21.0')), false);
    assert.equal(calledByYarn({}), false);
  });

  it('builds the pages again when the app section of the configuration changes', () => {
    const config =
      'title: x\napp:\n  title: sphera\n\n  # why\n  packages: all\n\nbackend:\n  app: no\n';
    assert.equal(
      appSection(config),
      'app:\n  title: sphera\n\n  # why\n  packages: all',
    );
    assert.equal(appSection('backend: {}\n'), '');
  });
});
