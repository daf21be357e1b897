import { aRollback } from './__testUtils__/aRollback';
import { startNotices } from './__testUtils__/startNotices';
import { messageOf } from './messageOf';

const held = async () => true;

/** Every text in a message's blocks. */
function textsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(textsIn);
  if (part === null || typeof part !== 'object') return [];
  const { text, ...rest } = part as { text?: unknown };
  return [
    ...(typeof text === 'string' ? [text] : textsIn(text)),
    ...textsIn(Object.values(rest)),
  ];
}

describe('odd words in a message', () => {
  let world: Awaited<ReturnType<typeof startNotices>>;
  beforeEach(async () => {
    world = await startNotices();
  });
  afterEach(() => world.stop());

  it('mention nobody and link nowhere', async () => {
    const odd = '<!channel> & <https://evil.example|click> <@U123> </a>';
    await world.notices.tell(
      aRollback({
        state: 'failed',
        reason: odd,
        sentence: odd,
        nextStep: odd,
        from: odd,
        author: { name: odd },
      }),
      held,
    );
    const [{ text, blocks }] = world.seen();
    const links = [text, ...textsIn(blocks)]
      .filter(each => !each.startsWith('<https://portal.kestrel.example/'))
      .filter(each => each.includes('<'));
    expect(links).toEqual([]);
    expect(JSON.stringify(blocks)).toContain(
      '&lt;!channel&gt; &amp; &lt;https://evil.example|click&gt;',
    );
  });

  it('stay in the quotation, line by line', () => {
    const { blocks } = messageOf(
      aRollback({ reason: 'first\n*Outcome*\nthird' }),
      'https://portal.example',
    );
    expect(textsIn(blocks)).toContain('*Why*\n> first\n> *Outcome*\n> third');
  });

  it.each([
    ['letters', 'x'],
    ['characters that are escaped', '&'],
    ['lines', 'a\n'],
    ['characters beyond the first plane', '🦜'],
  ])('are cut where there are too many %s', async (_, piece) => {
    const long = piece.repeat(5_000);
    const rollback = aRollback({
      state: 'failed',
      service: `component:default/${'s'.repeat(300)}`,
      reason: long,
      sentence: long,
      nextStep: long,
      from: long,
      regions: [long],
      author: { name: long },
    });
    await world.notices.tell(rollback, held);
    expect(rollback.slack).toMatchObject({ shows: 'failed' });
    for (const text of textsIn(world.seen()[0].blocks)) {
      expect(text.length).toBeLessThanOrEqual(3_000);
      // Neither an entity nor a pair of surrogates is cut through.
      expect(text).not.toMatch(/&(?!amp;|lt;|gt;)/);
      expect(() => encodeURIComponent(text)).not.toThrow();
    }
  });

  it('are not needed: a sentence may be empty', async () => {
    const rollback = aRollback({ state: 'done', sentence: '' });
    await world.notices.tell(rollback, held);
    expect(rollback.slack).toMatchObject({ shows: 'done' });
  });
});
