import { aRollback } from './__testUtils__/aRollback';
import { row, startNotices } from './__testUtils__/startNotices';

const PAGE =
  'https://portal.kestrel.example/rollbacks/2f1c8a54-0f7e-4a52-9b7b-5d1c3c9f6a11';

describe('a rollback in Slack', () => {
  let world: Awaited<ReturnType<typeof startNotices>>;
  beforeEach(async () => {
    world = await startNotices();
  });
  afterEach(() => world.stop());

  const held = async () => true;
  const down = (times?: number) =>
    world.slack.faulty.set('down', { calls: ['chat.postMessage'], times });

  it('is one message: who, what, why, from, to, where, and a link', async () => {
    const rollback = aRollback();
    await world.notices.tell(rollback, held);
    const [{ text, blocks }, ...more] = world.seen();
    expect(more).toEqual([]);
    expect(text).toBe(
      'Rolling quotes back in production: 4.12.1 → 4.11.7 (Dana Okafor)',
    );
    const shown = JSON.stringify(blocks);
    for (const part of [
      'Rolling quotes back in production',
      '*From*\\n4.12.1',
      '*To*\\n4.11.7',
      '*Where*\\nproduction: eu-central-1, us-east-1',
      '*Who*\\nDana Okafor',
      '*Why*\\n> prices are wrong',
      `<${PAGE}|`,
    ]) {
      expect(shown).toContain(part);
    }
    expect(rollback.slack).toMatchObject({
      shows: 'running',
      posted: { ts: world.seen()[0].ts, url: expect.stringMatching(/^http/) },
    });
  });

  it('is told once, however often it is asked for', async () => {
    const rollback = aRollback();
    await Promise.all([1, 2, 3].map(() => world.notices.tell(rollback, held)));
    expect(world.slack.calls('chat.postMessage')).toBe(1);
    expect(world.slack.calls('chat.update')).toBe(0);
  });

  it('says at its end in the same message how it ended, and how long it took', async () => {
    const rollback = aRollback();
    await world.notices.tell(rollback, held);
    Object.assign(rollback, {
      state: 'done',
      sentence: 'All 3 clusters run 4.11.7',
      endedAt: rollback.startedAt + 240_000,
    });
    expect(world.notices.isOwing(rollback)).toBe(true);
    await world.notices.tell(rollback, held);
    const [{ text, blocks, editedTs }, ...more] = world.seen();
    expect(more).toEqual([]);
    expect(editedTs).toBeDefined();
    expect(text).toContain('quotes was rolled back in production');
    const shown = JSON.stringify(blocks);
    expect(shown).toContain('All 3 clusters run 4.11.7');
    expect(shown).toContain('*Took*\\n4 minutes');
    expect(world.notices.isOwing(rollback)).toBe(false);
  });

  it('says what to do now where it failed', async () => {
    const rollback = aRollback({
      state: 'failed',
      sentence: 'production-us did not get ready within 10 minutes',
      nextStep: 'Look at the pods, then roll forward',
    });
    await world.notices.tell(rollback, held);
    const [{ text, blocks }] = world.seen();
    expect(text).toContain('Rollback of quotes failed in production');
    expect(JSON.stringify(blocks)).toContain(
      '*What now*\\nLook at the pods, then roll forward',
    );
  });

  it('says so where it goes forward, or was cancelled', async () => {
    await world.notices.tell(aRollback({ kind: 'roll-forward' }), held);
    await world.notices.tell(aRollback({ state: 'cancelled' }), held);
    expect(world.seen().map(({ text }) => text.split(':')[0])).toEqual([
      'Rolling quotes forward in production',
      'Rollback of quotes was cancelled in production',
    ]);
  });

  it('is nobody’s message where its service has no channel', async () => {
    const rollback = aRollback({ slack: undefined, isAnnounced: true });
    expect(world.notices.dueAt(rollback)).toBeUndefined();
    await world.notices.tell(rollback, held);
    expect(world.slack.calls()).toBe(0);
  });

  describe('is exactly one message', () => {
    it('after an answer that was lost', async () => {
      const rollback = aRollback();
      world.slack.faulty.set('lost', { calls: ['chat.postMessage'], times: 1 });
      await world.notices.tell(rollback, held);
      expect(rollback.slack).toMatchObject({ mayBeThere: true });
      expect(rollback.slack!.posted).toBeUndefined();
      world.time.now = world.notices.dueAt(rollback)!;
      await world.notices.tell(rollback, held);
      expect(world.seen()).toHaveLength(1);
      expect(rollback.slack).toMatchObject({
        shows: 'running',
        posted: { ts: world.seen()[0].ts },
      });
    });

    it('after a crash between the post and what was saved of it', async () => {
      const rollback = aRollback();
      const kept = row(rollback);
      await world.notices.tell(rollback, kept.save);
      // What the post brought was never saved.
      const taken = kept.read();
      expect(taken.slack).toEqual({
        channel: '#booking',
        mayBeThere: true,
        isOver: false,
      });
      Object.assign(taken, { state: 'done', sentence: 'All clusters run it' });
      await world.open().tell(taken, held);
      expect(world.seen()).toMatchObject([
        { text: expect.stringContaining('was rolled back') },
      ]);
    });

    it('after a crash before the post', async () => {
      const rollback = aRollback();
      const kept = row(rollback);
      down();
      await world.notices.tell(rollback, kept.save);
      world.slack.faulty.set('none');
      await world.open().tell(kept.read(), held);
      expect(world.seen()).toHaveLength(1);
    });

    it('where another replica took it over meanwhile', async () => {
      const rollback = aRollback();
      await world.notices.tell(rollback, async () => false);
      expect(world.slack.calls('chat.postMessage')).toBe(0);
    });
  });

  it('waits longer each time while Slack is down, says why, and is sent when it is back', async () => {
    const rollback = aRollback();
    down();
    const waits: number[] = [];
    for (let count = 0; count < 7; count += 1) {
      await world.notices.tell(rollback, held);
      const due = world.notices.dueAt(rollback)!;
      waits.push((due - world.time.now) / 1_000);
      world.time.now = due;
    }
    expect(waits).toEqual([2, 4, 8, 16, 32, 60, 60]);
    expect(rollback.slack).toMatchObject({
      problem: expect.stringMatching(/^Slack does not answer/),
      isOver: false,
    });
    world.slack.faulty.set('none');
    await world.notices.tell(rollback, held);
    expect(world.seen()).toHaveLength(1);
    expect(rollback.slack!.problem).toBeUndefined();
  });

  it('is not tried again before its time', async () => {
    const rollback = aRollback();
    down();
    await world.notices.tell(rollback, held);
    await world.notices.tell(rollback, held);
    expect(world.slack.calls('chat.postMessage')).toBe(1);
  });

  it('is left alone as long as Slack asks for', async () => {
    const rollback = aRollback();
    world.slack.faulty.set('ratelimited');
    await world.notices.tell(rollback, held);
    expect(world.notices.dueAt(rollback)).toBe(world.time.now + 30_000);
  });

  describe('of an app that may not look into its channel', () => {
    beforeEach(async () => {
      await world.stop();
      world = await startNotices({ scopes: ['chat:write'] });
    });

    it('is posted once Slack lets it', async () => {
      const rollback = aRollback();
      world.slack.faulty.set('ratelimited', { times: 1 });
      await world.notices.tell(rollback, held);
      world.time.now = world.notices.dueAt(rollback)!;
      await world.notices.tell(rollback, held);
      expect(rollback.slack).toMatchObject({ shows: 'running' });
      expect(world.seen()).toHaveLength(1);
    });

    it('is rather not posted than posted twice', async () => {
      const rollback = aRollback();
      world.slack.faulty.set('lost', { calls: ['chat.postMessage'], times: 1 });
      await world.notices.tell(rollback, held);
      world.time.now = world.notices.dueAt(rollback)!;
      await world.notices.tell(rollback, held);
      expect(world.seen()).toHaveLength(1);
      expect(rollback.slack).toMatchObject({
        isOver: true,
        problem: expect.stringContaining('channels:history'),
      });
    });
  });

  it('says only how it ended where Slack was down all along', async () => {
    const rollback = aRollback();
    down();
    await world.notices.tell(rollback, held);
    Object.assign(rollback, { state: 'done' });
    world.slack.faulty.set('none');
    world.time.now += 2_000;
    await world.notices.tell(rollback, held);
    expect(world.seen()).toMatchObject([
      { text: expect.stringContaining('was rolled back') },
    ]);
    expect(world.notices.isOwing(rollback)).toBe(false);
  });

  it('is given up where Slack will never take it', async () => {
    const rollback = aRollback();
    rollback.slack!.channel = 'nowhere';
    await world.notices.tell(rollback, held);
    expect(rollback.slack).toMatchObject({
      isOver: true,
      problem: expect.stringContaining('Slack has no channel nowhere'),
    });
    expect(world.notices.dueAt(rollback)).toBeUndefined();
  });

  it('is given up after a day', async () => {
    const rollback = aRollback({ startedAt: world.time.now });
    down();
    world.time.now += 86_400_001;
    await world.notices.tell(rollback, held);
    expect(rollback.slack).toMatchObject({ isOver: true });
  });
});
