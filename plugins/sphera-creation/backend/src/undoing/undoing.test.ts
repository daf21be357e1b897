import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { answered } from '../__testUtils__/asking';
import { create, DRAFT } from '../__testUtils__/creating';
import { DANA } from '../__testUtils__/people';
import { ACCOUNT, ORGANIZATION, REGION } from '../__testUtils__/startOutside';
import { type Portal, startPortal } from '../__testUtils__/startPortal';

jest.setTimeout(120_000);

const SERVICE = `component:default/${DRAFT.name}`;
const SECRET = 'database-password';

describe('a creation that is taken back', () => {
  let portal: Portal;
  let undoneAt: number;
  beforeAll(async () => {
    portal = await startPortal();
    const { id: creation } = await create(portal);
    // In a region that the creation has no cluster in.
    await request(portal.server)
      .post('/api/sphera-secrets/v1/create-secret')
      .set('authorization', mockCredentials.user.header(DANA))
      .send({
        service: SERVICE,
        name: SECRET,
        environments: ['staging'],
        regions: ['us-east-1'],
        generate: { length: 32 },
      })
      .expect(200);
    undoneAt = Date.now();
    await answered(portal.sam, 'undo-any-creation', {
      creation,
      reason: 'it has no owner any more',
    });
  });
  afterAll(() => portal.stop());

  it('names who took it back, and when, in the commit that removes the manifests', async () => {
    const [newest] = await portal.outside.ask(
      'GET',
      `/repos/${ORGANIZATION}/deployments/commits`,
    );
    const { message, committer } = newest.commit;
    expect(message).toContain(
      `Take ${DRAFT.name} back\n\nit has no owner any more\n\nAsked for by user:default/sam\n`,
    );
    // Git counts in seconds.
    expect(Date.parse(committer.date)).toBeGreaterThan(undoneAt - 1_000);
  });

  it('leaves the secrets of places alone that it never was in', async () => {
    const left = (region: string) =>
      portal.outside.aws.aws
        .secrets(ACCOUNT, region)
        .ordered()
        .filter(({ deletedAt }) => deletedAt === undefined)
        .map(({ name }) => name);
    expect(left(REGION)).toEqual([]);
    expect(left('us-east-1')).toEqual([`staging/${DRAFT.name}/${SECRET}`]);
  });
});
