import { readChallenge } from './challenge';

describe('how a registry asks who is there', () => {
  it.each([
    ['Basic realm="x"', { scheme: 'basic' }],
    [
      'Bearer realm="https://auth.example/token",service="registry.example",scope="repository:a/b:pull"',
      {
        scheme: 'bearer',
        realm: 'https://auth.example/token',
        service: 'registry.example',
        scope: 'repository:a/b:pull',
      },
    ],
    [
      'bearer service="a, b", realm="https://auth.example/token"',
      {
        scheme: 'bearer',
        realm: 'https://auth.example/token',
        service: 'a, b',
        scope: undefined,
      },
    ],
    ['Bearer service="a"', undefined],
    ['Negotiate', undefined],
    ['', undefined],
    [null, undefined],
  ])('%s', (header, challenge) => {
    expect(readChallenge(header)).toEqual(challenge);
  });
});
