import type { Finding, SecretsPlace } from '@sphera/plugin-secrets-common';
import {
  FRANKFURT,
  PAYMENTS,
  type Portal,
  PRODUCTION,
  put,
  putEverywhere,
  STAGING,
  SYDNEY,
  VIRGINIA,
} from './__testUtils__/asking';
import { startSecrets } from './__testUtils__/startSecrets';

describe('what is found in the whole fleet', () => {
  let portal: Portal;
  const found = async (question: object = {}, who?: 'dana' | 'sam') => {
    const { body, status } = await portal[who ?? 'dana'].ask(
      'list-drift',
      question,
    );
    expect({ status, error: body.error }).toEqual({ status: 200 });
    return body as {
      items: Finding[];
      totalItems: number;
      counts: Record<string, number>;
      places: SecretsPlace[];
      nextCursor?: string;
    };
  };
  const named = ({ items }: { items: Finding[] }) =>
    items.map(({ kind, name }) => `${kind} ${name}`);
  beforeAll(async () => {
    portal = await startSecrets({
      config: { oldAfter: 'P100D', unreadAfter: 'P50D' },
    });
    putEverywhere(portal, { name: 'b-missing' }, [FRANKFURT, SYDNEY]);
    putEverywhere(portal, {
      name: 'a-old',
      createdAgo: 101,
      readAgo: 60,
      tags: { owner: '' },
    });
    putEverywhere(
      portal,
      { service: 'ledger', owner: 'booking', name: 'c-missing' },
      [FRANKFURT],
    );
    put(portal, {
      name: 'd-overdue',
      environment: STAGING,
      tags: { 'sphera:rotate-by': '2026-01-31T00:00:00Z' },
    });
    putEverywhere(portal, { fullName: 'stray', tags: { service: '' } });
    put(portal, {
      fullName: 'production/ghosts/key',
      tags: { service: 'ghosts' },
    });
    await portal.sweep();
  });
  afterAll(() => portal.stop());

  it('comes with drift first, then by service and name, with nobody’s last', async () => {
    expect(named(await found())).toEqual([
      'missing c-missing',
      'missing b-missing',
      'missing d-overdue',
      'not-to-standard a-old',
      'old a-old',
      'never-read a-old',
      'overdue d-overdue',
      'unowned production/ghosts/key',
      'unowned stray',
    ]);
  });

  it('says what is wrong, where, and since when', async () => {
    const { items } = await found({ kinds: ['missing'], service: 'payments' });
    expect(items[0]).toMatchObject({
      service: PAYMENTS,
      environment: PRODUCTION,
      regions: [VIRGINIA],
      fullNames: [''],
      sentence:
        'Virginia lacks it, while Frankfurt and Sydney have it: copy it there.',
    });
    expect(items[1].sentence).toBe(
      'Virginia and Sydney lack it, while Frankfurt has it: copy it there.',
    );
    const [overdue] = (await found({ kinds: ['overdue'] })).items;
    expect(overdue.since).toBe('2026-01-31T00:00:00.000Z');
    expect(overdue.sentence).toMatch(
      /^Its value should have been replaced by 31 January 2026, \d+ days ago\.$/,
    );
    const unowned = (await found({ kinds: ['unowned'] })).items;
    expect(unowned.map(({ sentence }) => sentence)).toEqual([
      'It seems to belong to ghosts, which is no service of the catalog (Frankfurt).',
      'Neither its name nor its tags say which service it belongs to (Frankfurt, Virginia and Sydney).',
    ]);
  });

  it('is counted by kind, whichever kinds are asked for', async () => {
    const { counts, totalItems } = await found({ kinds: ['old'] });
    expect(totalItems).toBe(1);
    expect(counts).toEqual({
      missing: 3,
      stale: 0,
      different: 0,
      'not-to-standard': 1,
      overdue: 1,
      old: 1,
      'never-read': 1,
      unowned: 2,
    });
  });

  it('is narrowed by service, place, team, own, and words', async () => {
    expect((await found({ service: 'ledger' })).totalItems).toBe(1);
    expect(named(await found({ environment: STAGING }))).toEqual([
      'missing d-overdue',
      'overdue d-overdue',
    ]);
    expect(named(await found({ region: SYDNEY, kinds: ['missing'] }))).toEqual([
      'missing c-missing',
      'missing d-overdue',
    ]);
    expect(named(await found({ team: 'booking' }))).toEqual([
      'missing c-missing',
    ]);
    expect(named(await found({ mine: true }, 'sam'))).toEqual([
      'missing c-missing',
    ]);
    expect(named(await found({ text: 'ghosts KEY' }))).toEqual([
      'unowned production/ghosts/key',
    ]);
  });

  it('comes page by page', async () => {
    const first = await found({ limit: 4 });
    const rest = await found({ cursor: first.nextCursor });
    expect([...named(first), ...named(rest)]).toEqual(named(await found()));
  });

  it('is no question of mine for a program', async () => {
    const { status } = await portal.pipeline.ask('list-drift', { mine: true });
    expect(status).toBe(403);
  });

  it('is summed up by service', async () => {
    const { body } = await portal.dana.ask('list-service-secrets');
    expect(body).toMatchObject({
      totalItems: 2,
      items: [
        { service: 'component:default/ledger', secrets: 1, drifting: 1 },
        {
          service: PAYMENTS,
          secrets: 3,
          drifting: 2,
          kinds: { missing: 2 },
          notToStandard: 1,
          environments: [
            { environment: STAGING, secrets: 1, drifting: 1 },
            { environment: PRODUCTION, secrets: 2, drifting: 1 },
          ],
        },
      ],
    });
  });

  it('is summed up of some services alone', async () => {
    const { body } = await portal.dana.ask('list-service-secrets', {
      services: ['ledger'],
    });
    expect(body).toMatchObject({
      totalItems: 1,
      items: [{ service: 'component:default/ledger', drifting: 1 }],
    });
  });
});
