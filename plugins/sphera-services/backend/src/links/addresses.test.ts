import { addressesOf } from './__testUtils__/startLinks';

const withCode = (value: string) => ({ 'example.com/code': value });
const CODE = "{annotations['example.com/code']}";

describe('the address of a link', () => {
  it('knows the service, its owner and its system', async () => {
    expect(
      await addressesOf(
        'https://a.example/{namespace}/{service}?of={owner}&in={system}&a={type}',
      ),
    ).toEqual([
      'https://a.example/default/payments?of=money&in=checkout&a=microservice',
    ]);
  });

  it.each([
    ['a/b?c=d#e&f', 'https://a.example/a%2Fb%3Fc%3Dd%23e%26f'],
    ['über all', 'https://a.example/%C3%BCber%20all'],
    ['%2e%2e', 'https://a.example/%252e%252e'],
    ['@evil.example:80', 'https://a.example/%40evil.example%3A80'],
    ['"><script>', 'https://a.example/%22%3E%3Cscript%3E'],
    ['  trimmed ', 'https://a.example/trimmed'],
    ['{service}', 'https://a.example/%7Bservice%7D'],
  ])('takes %s as one part of its path', async (value, url) => {
    const template = `https://a.example/${CODE}`;
    expect(await addressesOf(template, withCode(value))).toEqual([url]);
  });

  it.each([
    ['a&admin=true', 'https://a.example/?q=a%26admin%3Dtrue'],
    ['a#b', 'https://a.example/?q=a%23b'],
    ['..', 'https://a.example/?q=..'],
    ['a/b', 'https://a.example/?q=a%2Fb'],
  ])('takes %s as one value of its query', async (value, url) => {
    const template = `https://a.example?q=${CODE}`;
    expect(await addressesOf(template, withCode(value))).toEqual([url]);
  });

  it.each([['..'], ['.'], ['  '], ['\ud800']])(
    'is none with %j in its path',
    async value => {
      const template = `https://a.example/b/${CODE}/c`;
      expect(await addressesOf(template, withCode(value))).toEqual([]);
    },
  );

  it('takes values in its fragment, and blanks that it has itself', async () => {
    expect(
      await addressesOf(
        `https://a.example/#/logs?query=app:{service} ${CODE}`,
        withCode('x y'),
      ),
    ).toEqual(['https://a.example/#/logs?query=app:payments%20x%20y']);
  });

  it('takes annotations in either kind of quotes', async () => {
    expect(
      await addressesOf(
        'https://a.example/{annotations["example.com/code"]}',
        withCode('c1'),
      ),
    ).toEqual(['https://a.example/c1']);
  });

  it.each([
    [{ 'github.com/project-slug': 'kestrel/payments' }],
    [{ 'gitlab.com/project-slug': 'kestrel/payments' }],
    [
      {
        'backstage.io/source-location':
          'url:https://code.example/kestrel/payments/tree/main/',
      },
    ],
    [
      {
        'backstage.io/source-location':
          'url:https://code.example/kestrel/payments.git',
      },
    ],
  ])('finds the repository in %j', async annotations => {
    const template = 'https://code.example/{repository}/pulls';
    expect(await addressesOf(template, annotations)).toEqual([
      'https://code.example/kestrel/payments/pulls',
    ]);
  });

  it.each([['kestrel/../../login'], ['/kestrel'], ['kestrel//payments']])(
    'takes no repository that leads elsewhere: %s',
    async slug => {
      const annotations = { 'github.com/project-slug': slug };
      const template = 'https://code.example/a/{repository}';
      expect(await addressesOf(template, annotations)).toEqual([]);
    },
  );

  it('takes a repository as one value in its query', async () => {
    const annotations = { 'github.com/project-slug': 'kestrel/payments' };
    const template = 'https://code.example/?q={repository}';
    expect(await addressesOf(template, annotations)).toEqual([
      'https://code.example/?q=kestrel%2Fpayments',
    ]);
  });

  it.each(['#booking', 'booking', ' #booking '])(
    'finds the channel in %j',
    async channel => {
      expect(
        await addressesOf('https://chat.example/?channel={channel}', {
          'sphera.io/slack-channel': channel,
        }),
      ).toEqual(['https://chat.example/?channel=booking']);
    },
  );

  it('uses what other tools call an environment or a region', async () => {
    expect(
      await addressesOf(
        "https://a.example?env={environment.annotations['datadoghq.com/env']}&dc={region.annotations['datadoghq.com/datacenter']}",
      ),
    ).toEqual(['https://a.example/?env=prod&dc=fra%201']);
  });
});
