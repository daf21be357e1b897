import { answered } from '../__testUtils__/asking';
import { begin, publish } from '../__testUtils__/creating';
import { ACCOUNT, ORGANIZATION, TOKENS } from '../__testUtils__/startOutside';
import { type Portal, startPortal } from '../__testUtils__/startPortal';

jest.setTimeout(120_000);

describe('what is wrong outside', () => {
  let portal: Portal;
  let creation: string;
  const name = 'fares';
  beforeAll(async () => {
    portal = await startPortal();
    creation = await begin(portal, { name });
    await publish(portal, creation, name);
  });
  afterAll(() => portal.stop());
  afterEach(() => {
    portal.outside.gitHub.fault('none');
    portal.outside.aws.aws.fault({ fault: 'none' });
    portal.outside.codefresh.faulty.set('none');
  });

  /** The sentence of a step that fails, which is kept, and never has a secret. */
  async function failed(operation: string): Promise<string> {
    const { body, status } = await portal.dana.ask(operation, { creation });
    expect(status).toBeGreaterThanOrEqual(500);
    const { message } = body.error;
    const kept = await answered(portal.dana, 'get-creation', { creation });
    expect(kept.state).toBe('stopped');
    expect(kept.steps).toContainEqual(
      expect.objectContaining({ state: 'failed', sentence: message }),
    );
    const all = JSON.stringify([body, kept]);
    for (const secret of Object.values(TOKENS)) {
      expect(all).not.toContain(secret);
    }
    return message;
  }

  it.each([
    ['unauthorized', 'does not accept the credentials of the portal'],
    ['forbidden', `in ${ORGANIZATION}/${name} at`],
    ['limited', 'has had enough calls of the portal for now'],
  ] as const)('on GitHub is told: %s', async (fault, words) => {
    portal.outside.gitHub.fault(fault);
    expect(await failed('settle-repository')).toContain(words);
  });

  it.each([
    ['denied', 'The portal may not do ecr:CreateRepository in AWS ECR'],
    ['throttled', 'has had enough calls for now'],
    ['expired', 'does not accept the credentials of the portal'],
    ['down', 'check the network between the portal and it'],
    ['broken', 'has trouble of its own'],
  ] as const)('in AWS ECR is told: %s', async (fault, words) => {
    portal.outside.aws.aws.fault({ account: ACCOUNT, fault });
    expect(await failed('create-image-repository')).toContain(words);
  });

  it.each([
    ['unauthorized', 'Codefresh does not accept the token of the portal'],
    ['broken', 'Codefresh has trouble of its own'],
    ['down', 'Codefresh cannot be reached'],
  ] as const)('in Codefresh is told: %s', async (fault, words) => {
    portal.outside.codefresh.faulty.set(fault);
    expect(await failed('create-pipeline')).toContain(words);
  });
});
