import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { number, text } from './settings.ts';

describe('settings', () => {
  it('come from the environment, else from the fallback', () => {
    assert.equal(text({ HOST: '127.0.0.1' }, 'HOST', '0.0.0.0'), '127.0.0.1');
    assert.equal(text({}, 'HOST', '0.0.0.0'), '0.0.0.0');
    assert.equal(number({ PORT: '80' }, 'PORT', 8080), 80);
    assert.equal(number({}, 'PORT', 8080), 8080);
  });

  it('say which one is missing or wrong, and never what it was', () => {
    assert.throws(() => text({}, 'DATABASE_HOST'), { message: 'DATABASE_HOST is missing in the environment' });
    assert.throws(() => number({ PORT: 'http' }, 'PORT'), { message: 'PORT must be a whole number' });
  });
});
