import {
  createSigner,
  createSigningKeys,
  createVerifier,
  wishRecord,
} from '@sphera/plugin-flags-node';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { AgentOfTest, entry } from './__testUtils__/AgentOfTest';
import { OFF, ON, UNUSABLE } from './__testUtils__/definitions';
import { PlaceOfTest } from './__testUtils__/PlaceOfTest';
import { wishOf, type Portal } from './__testUtils__/Portal';

let agent: AgentOfTest;
let portal: Portal;
beforeEach(async () => {
  agent = await AgentOfTest.make();
  portal = agent.portal;
});
afterEach(async () => agent.remove());

const answered = async (answers: unknown[]) =>
  eventually(async () => expect(await portal.answers()).toEqual(answers));

describe('An agent refuses', () => {
  it('a definition that flagd could not use, saying why, and keeps what it has', async () => {
    await portal.wish({ revision: 1, definition: ON });
    agent.start();
    await answered(['new-checkout 1 applied']);
    await portal.wish({ revision: 2, definition: UNUSABLE });
    await answered([
      'new-checkout 1 applied',
      expect.stringMatching(/^new-checkout 2 refused: .*purple/),
    ]);
    expect(await agent.flags()).toEqual({ 'new-checkout': entry(ON, 1) });
  });

  it('one among many, and applies the others', async () => {
    await portal.wish(
      { flag: 'one', definition: ON },
      { flag: 'two', definition: UNUSABLE },
      { flag: 'three', definition: OFF },
    );
    agent.start();
    await eventually(async () =>
      expect(await agent.flags()).toEqual({
        one: entry(ON, 1),
        three: entry(OFF, 1),
      }),
    );
  });

  it('an unusable wish again after a restart, and applies the good one before it', async () => {
    await portal.wish(
      { revision: 1, definition: ON },
      { revision: 2, definition: UNUSABLE },
    );
    agent.start();
    await answered([
      expect.stringContaining('2 refused'),
      'new-checkout 1 applied',
    ]);
    await agent.stop();
    agent.start();
    await eventually(async () =>
      expect(await portal.answers()).toHaveLength(4),
    );
    expect(await agent.flags()).toEqual({ 'new-checkout': entry(ON, 1) });
  });

  it('what its owner tells it to', async () => {
    agent.start({ refuse: () => 'The agent was told to refuse' });
    await portal.wish({ revision: 1, definition: ON });
    await answered(['new-checkout 1 refused: The agent was told to refuse']);
    expect(await agent.flags()).toEqual({});
  });

  it('a wish for which its place has no room, and applies what fits', async () => {
    const place = new PlaceOfTest(500);
    agent.start({ flags: place });
    const variants = { a: 'x'.repeat(600), b: 'b' };
    const big = { ...ON, variants, defaultVariant: 'a' };
    await portal.wish(
      { flag: 'big', definition: big },
      { flag: 'small', definition: ON },
    );
    await answered([
      'big 1 refused: There is no room for it: the place of the test can hold 500 bytes',
      'small 1 applied',
    ]);
    expect(JSON.parse(place.kept!.text).flags).toEqual({ small: entry(ON, 1) });
  });
});

describe('An agent that was given public keys', () => {
  const ours = createSigningKeys();
  const theirs = createSigningKeys();
  const verifier = createVerifier([
    { key: 'portal-1', publicKey: ours.publicKey },
  ]);
  const signerOf = (privateKey: string) =>
    createSigner({ key: 'portal-1', privateKey });

  it('applies what one of them signed', async () => {
    portal.signer = signerOf(ours.privateKey);
    agent.start({ verifier });
    await portal.wish({ revision: 1, definition: ON });
    await answered(['new-checkout 1 applied']);
    expect(await agent.flags()).toEqual({ 'new-checkout': entry(ON, 1) });
  });

  it.each([
    ['is not signed', undefined, 'It is not signed'],
    [
      'was signed with another key',
      signerOf(theirs.privateKey),
      'Its signature with the key portal-1 is not that of its key and value',
    ],
  ])('refuses what %s', async (_, signer, reason) => {
    portal.signer = signer;
    agent.start({ verifier });
    await portal.wish({ revision: 1, definition: ON });
    await answered([`new-checkout 1 refused: ${reason}`]);
    expect(await agent.flags()).toEqual({});
  });

  it('refuses the value of one flag under the key of another', async () => {
    const signed = signerOf(ours.privateKey).sign(
      wishRecord(wishOf({ flag: 'one', definition: ON })),
    );
    agent.start({ verifier });
    await portal.send({ ...signed, key: 'here/two' });
    await answered([expect.stringMatching(/^two 1 refused: Its signature/)]);
    expect(await agent.flags()).toEqual({});
  });
});

describe('An agent reports as unreadable, and goes on with the rest,', () => {
  it.each([
    ['what is no JSON', { key: 'here/one', value: '{"a":' }],
    ['what has no key of ours', { key: 'nonsense', value: '{}' }],
    [
      'another version of the messages',
      { key: 'here/one', value: JSON.stringify({ version: 2 }) },
    ],
  ])('%s', async (_, record) => {
    agent.start();
    await portal.send(record);
    await portal.wish({ flag: 'two', definition: ON });
    await answered(['two 1 applied']);
    expect(await portal.reports('unreadable')).toEqual([
      expect.objectContaining({
        key: record.key,
        partition: 0,
        offset: expect.stringMatching(/^\d+$/),
        reason: expect.stringMatching(/^[A-Z].*[^.]$/),
      }),
    ]);
  });
});
