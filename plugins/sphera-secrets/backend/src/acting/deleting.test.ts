import { REGIONS } from './__testUtils__/givenAws';
import {
  FULL,
  givenSecrets,
  NEW,
  outcomes,
  staging,
} from './__testUtils__/givenSecrets';

const [FRANKFURT, VIRGINIA, SYDNEY] = REGIONS;
const reason = 'a test of secrets';

describe('deleting a secret', () => {
  let given: Awaited<ReturnType<typeof givenSecrets>>;
  beforeEach(async () => {
    given = await givenSecrets();
  });
  afterEach(() => given.stop());

  it('can be taken back for as long as the standard says, and twice is once', async () => {
    given.put();
    const first = await given.ask('delete-secret', { ...staging, reason });
    expect(outcomes(first)).toEqual(['deleted', 'deleted', 'deleted']);
    const days =
      (given.aws.find('staging', SYDNEY, FULL)!.deletedAt! - Date.now()) /
      86_400_000;
    expect(Math.round(days)).toBe(30);
    const again = await given.ask('delete-secret', { ...staging, reason });
    expect(outcomes(again)).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect((await given.listed()).cells[0].state).toBe('pending-deletion');

    const back = await given.ask('restore-secret', staging);
    expect(outcomes(back)).toEqual(['restored', 'restored', 'restored']);
    expect((await given.listed()).cells[0].state).toBe('present');
  });

  it('does the rest where one region does not, and asking again is safe', async () => {
    given.put();
    given.fault({
      fault: 'denied',
      region: VIRGINIA,
      apis: ['DeleteSecret'],
    });
    const { status, body } = await given.ask('delete-secret', {
      ...staging,
      recoveryDays: 7,
      reason,
    });
    expect(status).toBe(502);
    expect(body.error.message).toContain(
      `token was deleted in staging/${FRANKFURT} and staging/${SYDNEY}, but not in staging/${VIRGINIA}`,
    );
    given.heal();
    const again = await given.ask('delete-secret', { ...staging, reason });
    expect(outcomes(again)).toEqual(['unchanged', 'deleted', 'unchanged']);
  });

  it('says that there is none', async () => {
    const { status } = await given.ask('delete-secret', { ...staging, reason });
    expect(status).toBe(404);
  });

  it('has a deleted secret restored before it is changed', async () => {
    given.put(REGIONS, { goneIn: 10 });
    const { status, body } = await given.ask('update-secret', {
      ...staging,
      value: NEW,
    });
    expect(status).toBe(409);
    expect(body.error.message).toContain('restore it first');
  });
});
