import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startFailure, startTrouble } from './portalFailure.mjs';

const line = (level, text) =>
  `\u001b[2m2026-01-05T09:00:00.000Z\u001b[22m \u001b[34mbackstage\u001b[39m ${level} ${text}\n`;
const info = text => line('\u001b[32minfo\u001b[39m', text);
const error = text => line('\u001b[31merror\u001b[39m', text);

const refusedConfig =
  info('Listening on 127.0.0.1:7007') +
  error(
    "Plugin 'catalog' threw an error during startup, waiting for 11 other plugins",
  ) +
  error(`Unhandled rejection Backend startup failed due to the following errors:
  Plugin 'catalog' startup failed; caused by TypeError: Invalid type in config for key 'catalog.locations' in 'app-config.yaml', got number, wanted object-array
  Plugin 'search' startup failed; caused by Error: something else \u001b[36mtype\u001b[39m="unhandledRejection" \u001b[36mstack\u001b[39m="BackendStartupError: …"`) +
  info('Task worker finished: close_stale_tasks');

describe('why a portal did not start', () => {
  it('is what the first plugin refused', () => {
    assert.equal(startTrouble(refusedConfig), 'failed');
    assert.equal(
      startFailure(refusedConfig),
      "Invalid type in config for key 'catalog.locations' in 'app-config.yaml', got number, wanted object-array",
    );
  });

  it('is the innermost of several causes', () => {
    const log = error(
      `Unhandled rejection Backend startup failed due to the following errors:
  Plugin 'app' startup failed; caused by Error: Failed to instantiate service 'core.httpRouter' for 'app' because the factory function threw an error, Error: Failed to instantiate service 'core.auth' for 'app' because the factory function threw an error, Error: Illegal static token, it must be at least 8 characters \u001b[36mtype\u001b[39m="unhandledRejection"`,
    );
    assert.equal(
      startFailure(log),
      'Illegal static token, it must be at least 8 characters',
    );
  });

  it('is an error outside of any plugin, if nothing more comes', () => {
    const log =
      error(
        'Unhandled rejection listen EADDRINUSE: address already in use 127.0.0.1:7007 \u001b[36mtype\u001b[39m="unhandledRejection" \u001b[36mcode\u001b[39m="EADDRINUSE"',
      ) + info('Plugin initialization complete');
    assert.equal(startTrouble(log), 'doubtful');
    assert.equal(
      startFailure(log),
      'listen EADDRINUSE: address already in use 127.0.0.1:7007',
    );
  });

  it('is a file that is missing, with the one that wants it', () => {
    const log = `node:internal/modules/cjs/loader:1568
  throw err;
  ^

Error: Cannot find module './locks'
Require stack:
- /repo/packages/backend/src/index.ts
    at Module._resolveFilename (node:internal/modules/cjs/loader:1564:15)
`;
    assert.equal(
      startFailure(log),
      "Cannot find module './locks' (/repo/packages/backend/src/index.ts)",
    );
  });

  it('is a syntax error, with its place', () => {
    const log = `Error:   x Unexpected token \`<eof>\`
   ,-[/repo/packages/backend/src/index.ts:3:13]
 1 | const x = {
   \`----
`;
    assert.equal(
      startFailure(log),
      'x Unexpected token `<eof>` (/repo/packages/backend/src/index.ts:3:13)',
    );
  });

  it('is the last line where nothing looks like an error', () => {
    assert.equal(startFailure('one\nKilled\n'), 'Killed');
    assert.equal(startFailure(''), 'it ended without a word.');
  });

  it('is nothing while all goes well', () => {
    assert.equal(startTrouble(info('Listening on 127.0.0.1:7007')), undefined);
  });
});
