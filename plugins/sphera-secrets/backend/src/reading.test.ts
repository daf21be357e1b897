import {
  FRANKFURT,
  listed,
  type Portal,
  PRODUCTION,
  put,
  putEverywhere,
  STAGING,
  statesIn,
  SYDNEY,
  VIRGINIA,
} from './__testUtils__/asking';
import { startSecrets } from './__testUtils__/startSecrets';

describe('the secrets of a service', () => {
  let portal: Portal;
  const rows = async (question?: object) =>
    new Map((await listed(portal, question)).items.map(row => [row.name, row]));
  beforeAll(async () => {
    portal = await startSecrets();
    putEverywhere(portal, { name: 'in-order' });
    putEverywhere(portal, { name: 'in-order', environment: STAGING });
    putEverywhere(portal, { name: 'missing' }, [FRANKFURT, SYDNEY]);
    putEverywhere(portal, { name: 'stale', values: ['one', 'two'] }, [
      FRANKFURT,
      SYDNEY,
    ]);
    put(portal, { name: 'stale', region: VIRGINIA, values: ['one'] });
    putEverywhere(portal, { name: 'different' }, [FRANKFURT, VIRGINIA]);
    put(portal, {
      name: 'different',
      region: SYDNEY,
      values: ['an0ther-s3cret'],
    });
    putEverywhere(portal, { name: 'without-owner', tags: { owner: '' } });
    putEverywhere(portal, { name: 'binary', values: [Buffer.from([0, 255])] });
    putEverywhere(portal, { name: 'deleted', goneIn: 9 });
    putEverywhere(portal, {
      fullName: 'legacy/payments-db',
      tags: { 'managed-by': '' },
    });
    put(portal, { service: 'ledger', name: 'of-others', owner: 'booking' });
    await portal.sweep();
  });
  afterAll(() => portal.stop());

  it('are listed by name, each with how it is in every region', async () => {
    const all = await rows();
    const states = Object.fromEntries(
      [...all].map(([name, row]) => [name, statesIn(PRODUCTION, row)]),
    );
    expect(states).toEqual({
      binary: ['present', 'present', 'present'],
      deleted: ['pending-deletion', 'pending-deletion', 'pending-deletion'],
      different: ['present', 'present', 'different'],
      'in-order': ['present', 'present', 'present'],
      'legacy/payments-db': [
        'not-to-standard',
        'not-to-standard',
        'not-to-standard',
      ],
      missing: ['present', 'missing', 'present'],
      stale: ['present', 'stale', 'present'],
      'without-owner': [
        'not-to-standard',
        'not-to-standard',
        'not-to-standard',
      ],
    });
    expect([...all.keys()]).toEqual([...all.keys()].sort());
    expect(statesIn(STAGING, all.get('missing')!)).toEqual([
      'absent',
      'absent',
      'absent',
    ]);
    expect(all.get('stale')!.drift).toEqual(['stale']);
    expect(all.get('binary')!.cells[3].encoding).toBe('binary');
  });

  it('say what is wrong in words that name the place', async () => {
    const all = await rows();
    expect(all.get('missing')!.cells[4].sentence).toBe(
      'Virginia lacks it, while Frankfurt and Sydney have it: copy it there.',
    );
    expect(all.get('without-owner')!.cells[3].sentence).toBe(
      'Its tag owner is missing; it should be checkout.',
    );
  });

  it('are counted by environment, whatever is looked for', async () => {
    const { environments, totalItems } = await listed(portal, {
      text: 'in-order',
    });
    expect(totalItems).toBe(1);
    expect(environments).toEqual([
      { environment: STAGING, secrets: 1, drifting: 0, isComplete: true },
      { environment: PRODUCTION, secrets: 8, drifting: 3, isComplete: false },
    ]);
  });

  it('are found by words, by environment, by drift', async () => {
    expect([...(await rows({ text: 'payments legacy' })).keys()]).toEqual([
      'legacy/payments-db',
    ]);
    expect([...(await rows({ only: 'drift' })).keys()]).toEqual([
      'different',
      'missing',
      'stale',
    ]);
    const staging = await listed(portal, { environment: STAGING });
    expect(staging.items.map(({ name }) => name)).toEqual(['in-order']);
    expect(staging.items[0].cells).toHaveLength(3);
    expect(staging.places).toHaveLength(3);
  });

  it('come page by page', async () => {
    const first = await listed(portal, { limit: 5 });
    const second = await listed(portal, { cursor: first.nextCursor });
    expect(first.totalItems).toBe(8);
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual([
      ...(await rows()).keys(),
    ]);
    expect(second.nextCursor).toBeUndefined();
  });

  it('never come with a value', async () => {
    const text = JSON.stringify(await listed(portal));
    expect(text).not.toContain('s3cret-of-a-test');
    expect(text).not.toContain('an0ther-s3cret');
  });

  it('that were made without the portal are there at once where somebody asks for it', async () => {
    putEverywhere(portal, { name: 'made-by-hand' });
    expect((await rows()).has('made-by-hand')).toBe(false);
    const fresh = await rows({ fresh: true });
    expect(statesIn(PRODUCTION, fresh.get('made-by-hand')!)).toEqual([
      'present',
      'present',
      'present',
    ]);
  });

  it('are compared between two places without revealing any', async () => {
    const { body } = await portal.dana.ask('compare-secrets', {
      service: 'payments',
      environment: PRODUCTION,
      region: VIRGINIA,
      otherEnvironment: PRODUCTION,
      otherRegion: FRANKFURT,
    });
    const verdicts = Object.fromEntries(
      body.items.map((one: any) => [one.name, one.verdict]),
    );
    expect(verdicts).toMatchObject({
      'in-order': 'same',
      missing: 'only-there',
      stale: 'different',
      deleted: 'unknown',
      binary: 'same',
    });
    const across = await portal.dana.ask('compare-secrets', {
      service: 'payments',
      environment: STAGING,
      region: FRANKFURT,
      otherEnvironment: PRODUCTION,
      otherRegion: FRANKFURT,
    });
    expect(
      across.body.items.find((one: any) => one.name === 'in-order').verdict,
    ).toBe('same');
  });

  it('have versions, with labels and days', async () => {
    const { body } = await portal.dana.ask('list-versions', {
      service: 'payments',
      name: 'stale',
      environment: PRODUCTION,
      region: FRANKFURT,
    });
    expect(body.items).toMatchObject([
      { isCurrent: true, isPrevious: false, stages: ['AWSCURRENT'] },
      { isCurrent: false, isPrevious: true, stages: ['AWSPREVIOUS'] },
    ]);
  });

  it('say who set them, where the portal did it for them', async () => {
    const made = await portal.dana.ask('create-secret', {
      service: 'payments',
      name: 'made-here',
      environments: [STAGING],
      generate: { length: 20 },
    });
    expect(made.status).toBe(200);
    const { items } = await listed(portal, { text: 'made-here' });
    expect(items[0].cells[0]).toMatchObject({
      state: 'present',
      changedBy: 'user:default/dana',
    });
    const { body } = await portal.dana.ask('list-versions', {
      service: 'payments',
      name: 'made-here',
      environment: STAGING,
      region: VIRGINIA,
    });
    expect(body.items).toMatchObject([
      { by: 'user:default/dana', operation: 'create-secret' },
    ]);
  });

  it('have no versions where there is no such secret', async () => {
    const { body, status } = await portal.dana.ask('list-versions', {
      service: 'payments',
      name: 'of-others',
      environment: PRODUCTION,
      region: FRANKFURT,
    });
    expect(status).toBe(404);
    expect(body.error.message).toContain('has no secret of-others');
  });

  it('follow a standard that is known before anything is done', async () => {
    const { body } = await portal.dana.ask('get-standard', {
      service: 'payments',
    });
    expect(body.places[3]).toMatchObject({
      environment: PRODUCTION,
      region: FRANKFURT,
      fullName: 'production/payments/{name}',
      kmsKey: 'alias/kestrel-production',
    });
  });

  it('say what copying them would do', async () => {
    const { body } = await portal.dana.ask('preview-copy', {
      service: 'payments',
      names: ['missing', 'stale', 'nowhere', 'in-order'],
      fromEnvironment: PRODUCTION,
      fromRegion: FRANKFURT,
      environments: [PRODUCTION],
    });
    const would = body.items.map((one: any) => [
      one.name,
      ...one.places.map((place: any) => place.would),
    ]);
    expect(would).toEqual([
      ['missing', 'nothing', 'create', 'nothing'],
      ['stale', 'nothing', 'replace', 'nothing'],
      ['nowhere', 'refuse', 'refuse', 'refuse'],
      ['in-order', 'nothing', 'nothing', 'nothing'],
    ]);
    expect(body.items[0].places[1].sentence).toBe(
      'It is created as production/payments/missing.',
    );
  });

  it('say what bringing them to the standard takes', async () => {
    const { body } = await portal.dana.ask('preview-adoption', {
      service: 'payments',
      environment: PRODUCTION,
      region: FRANKFURT,
      fullName: 'legacy/payments-db',
    });
    expect(body).toMatchObject({
      name: 'legacy-db',
      fullName: 'production/payments/legacy-db',
      isRenamed: true,
    });
    expect(body.problem).toBeUndefined();
    const tags = await portal.dana.ask('preview-adoption', {
      service: 'payments',
      environment: PRODUCTION,
      region: FRANKFURT,
      fullName: 'production/payments/without-owner',
    });
    expect(tags.body).toMatchObject({
      isRenamed: false,
      steps: ['It gets the tag owner: checkout.'],
    });
  });
});
