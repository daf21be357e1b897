import {
  ListSecretsCommand,
  paginateListSecrets,
  type Filter,
  type ListSecretsCommandInput,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import {
  ACCOUNT,
  REGION,
  startTestAws,
  type TestAws,
} from '../aws/__testUtils__/aws';
import type { SecretStore } from './store/SecretStore';

let aws: TestAws;
let client: SecretsManagerClient;
let store: SecretStore;

beforeEach(async () => {
  aws = await startTestAws();
  client = aws.client();
  store = aws.aws.secrets(ACCOUNT, REGION);
});
afterEach(() => aws.stop());

const put = (name: string, more: object = {}) =>
  store.put({ name, createdAt: 1, versions: [], ...more });

async function names(input: ListSecretsCommandInput = {}) {
  const found: Array<string | undefined> = [];
  for await (const { SecretList = [] } of paginateListSecrets(
    { client },
    input,
  )) {
    found.push(...SecretList.map(({ Name }) => Name));
  }
  return found;
}

describe('a list of secrets', () => {
  it('comes in pages of a hundred, in the order of creation', async () => {
    const all = Array.from({ length: 205 }, (_, index) => `s-${index}`);
    all.forEach((name, index) => put(name, { createdAt: 1_000 - index }));
    const { SecretList, NextToken } = await client.send(
      new ListSecretsCommand({}),
    );
    expect(SecretList).toHaveLength(100);
    expect(NextToken).toBeDefined();
    expect(await names()).toEqual([...all].reverse());
    expect(await names({ SortOrder: 'desc', MaxResults: 7 })).toEqual(all);
  });

  it('stays right while secrets come and go between its pages', async () => {
    for (const name of ['a', 'b', 'd', 'e']) put(name);
    const { NextToken } = await client.send(
      new ListSecretsCommand({ MaxResults: 2 }),
    );
    store.remove(store.get('b'));
    put('c');
    expect(await names({ NextToken })).toEqual(['c', 'd', 'e']);
  });

  it('has no page after the last one, full as it may be', async () => {
    put('a');
    put('b');
    const answer = await client.send(new ListSecretsCommand({ MaxResults: 2 }));
    expect(answer.NextToken).toBeUndefined();
  });

  it('says of each all but its value', async () => {
    const { versions, suffix } = put('a', {
      description: 'what for',
      kmsKeyId: 'alias/mine',
      tags: [{ Key: 'service', Value: 'payments' }],
      createdAt: Date.parse('2026-01-01T00:00:00.500Z'),
      readAt: Date.parse('2026-02-01T00:00:00Z'),
      versions: [
        { value: 'old', createdAt: Date.parse('2026-01-01T00:00:00Z') },
        { value: 'new', createdAt: Date.parse('2026-01-05T00:00:00Z') },
      ],
    });
    const { SecretList } = await client.send(new ListSecretsCommand({}));
    expect(SecretList).toEqual([
      {
        ARN: `arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:a-${suffix}`,
        Name: 'a',
        Description: 'what for',
        KmsKeyId: 'alias/mine',
        Tags: [{ Key: 'service', Value: 'payments' }],
        CreatedDate: new Date('2026-01-01T00:00:00.500Z'),
        LastChangedDate: new Date('2026-01-05T00:00:00Z'),
        LastAccessedDate: new Date('2026-02-01T00:00:00Z'),
        SecretVersionsToStages: {
          [versions[0].id]: ['AWSPREVIOUS'],
          [versions[1].id]: ['AWSCURRENT'],
        },
      },
    ]);
  });

  it('leaves out those that wait for deletion, unless asked for them', async () => {
    const tomorrow = aws.clock.now() + 86_400_000;
    put('a');
    put('b', { deletedAt: tomorrow });
    expect(await names()).toEqual(['a']);
    expect(await names({ IncludePlannedDeletion: true })).toEqual(['a', 'b']);
    await aws.clock.advance(86_400_000);
    expect(await names({ IncludePlannedDeletion: true })).toEqual(['a']);
  });

  it.each<[string, Filter[], string[]]>([
    ['a beginning', [{ Key: 'name', Values: ['prod/'] }], ['prod/a', 'prod/b']],
    [
      'any of several beginnings',
      [{ Key: 'name', Values: ['prod/a', 'test'] }],
      ['prod/a', 'test/a'],
    ],
    ['no beginning', [{ Key: 'name', Values: ['!prod/'] }], ['test/a']],
    [
      'the beginning of a tag key',
      [{ Key: 'tag-key', Values: ['own'] }],
      ['prod/b'],
    ],
    [
      'the beginning of a tag value',
      [{ Key: 'tag-value', Values: ['pay'] }],
      ['prod/a', 'test/a'],
    ],
    [
      'a description, whatever its case',
      [{ Key: 'description', Values: ['THE LEDGER'] }],
      ['prod/b'],
    ],
    ['any word', [{ Key: 'all', Values: ['ledger'] }], ['prod/b']],
    [
      'several filters',
      [
        { Key: 'name', Values: ['prod'] },
        { Key: 'tag-value', Values: ['payments'] },
      ],
      ['prod/a'],
    ],
  ])('can be had by %s', async (_, Filters, expected) => {
    put('prod/a', { tags: [{ Key: 'service', Value: 'payments' }] });
    put('prod/b', {
      description: 'The ledger of old',
      tags: [{ Key: 'owner', Value: 'tracking' }],
    });
    put('test/a', { tags: [{ Key: 'service', Value: 'payments-web' }] });
    expect(await names({ Filters })).toEqual(expected);
  });

  it.each<[string, ListSecretsCommandInput, string]>([
    ['a page of 101', { MaxResults: 101 }, 'ValidationException'],
    ['a page of none', { MaxResults: 0 }, 'ValidationException'],
    ['a mark of its own', { NextToken: 'abc' }, 'InvalidNextTokenException'],
    [
      'an unknown filter',
      { Filters: [{ Key: 'colour' as 'name', Values: ['red'] }] },
      'ValidationException',
    ],
    [
      'a filter without values',
      { Filters: [{ Key: 'name', Values: [] }] },
      'InvalidParameterException',
    ],
  ])('is refused with %s', async (_, input, name) => {
    await expect(
      client.send(new ListSecretsCommand(input)),
    ).rejects.toMatchObject({ name });
  });
});
