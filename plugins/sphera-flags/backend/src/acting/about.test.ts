import { answered, refused } from '../__testUtils__/asking';
import { createBoolean, setFlag } from '../__testUtils__/flagging';
import { type FlagsPortal, startFlags } from '../__testUtils__/startFlags';

describe('what a flag is about', () => {
  let portal: FlagsPortal;
  let flag: string;
  let flags = 0;
  beforeAll(async () => {
    portal = await startFlags();
  });
  afterAll(() => portal.stop());
  beforeEach(async () => {
    flag = `flag-${++flags}`;
    await createBoolean(portal, flag);
  });
  const get = () => answered(portal.dana, 'get-flag', { flag });
  const setAbout = (about: object, seenAbout?: object) =>
    portal.dana.ask('set-flag', { flag, about, seenAbout, reason: 'a test' });

  it('may be all of a change, and then reaches no cluster', async () => {
    const about = {
      description: 'It is for everybody',
      purpose: 'operations',
      owner: 'group:default/booking',
      endsOn: '2027-03-31',
    };
    const { changes } = await setFlag(portal, flag, { about });
    expect(changes).toMatchObject([
      {
        kind: 'about',
        sentence: 'description, purpose, owner and expected end changed',
        clusters: [],
      },
    ]);
    expect(await get()).toMatchObject({
      ...about,
      owner: { ref: about.owner },
    });
    const both = await setFlag(portal, flag, {
      defaultVariant: 'on',
      about: { endsOn: null },
    });
    expect(both.changes[0].sentence).toBe(
      'on in 4 clusters; expected end changed',
    );
    expect(await get()).not.toHaveProperty('endsOn');
    expect(await get()).toMatchObject({ purpose: 'operations' });
  });

  it('is taken away by null; the owner is then that of the service', async () => {
    const said = {
      description: 'It is for everybody',
      purpose: 'operations',
      owner: 'group:default/delivery',
    };
    await setAbout(said);
    expect(await get()).toMatchObject({
      owner: { ref: said.owner },
      namesOwner: true,
    });
    await setAbout({ description: null, purpose: null, owner: null });
    const flagNow = await get();
    expect(flagNow).not.toHaveProperty('description');
    expect(flagNow).not.toHaveProperty('purpose');
    expect(flagNow).toMatchObject({
      owner: { ref: 'group:default/booking' },
      namesOwner: false,
    });
  });

  it('is kept where others change something else in the same moment', async () => {
    await Promise.all([
      setFlag(portal, flag, { about: { description: 'One' } }),
      setFlag(portal, flag, { about: { purpose: 'experiment' } }),
      setFlag(portal, flag, { about: { owner: 'group:default/delivery' } }),
      setFlag(portal, flag, { defaultVariant: 'on' }),
    ]);
    expect(await get()).toMatchObject({
      description: 'One',
      purpose: 'experiment',
      owner: { ref: 'group:default/delivery' },
    });
  });

  it('is refused where the same is another by now than one saw', async () => {
    const seen = { description: null, purpose: null };
    await setAbout({ description: 'Sam was here', endsOn: '2027-03-31' });
    expect(await refused(setAbout({ description: 'Mine' }, seen), 409)).toBe(
      `The description of ${flag} was changed since you looked: it is Sam was here now. Look again`,
    );
    const { status } = await setAbout({ purpose: 'release' }, seen);
    expect(status).toBe(200);
    await setAbout({ description: null });
    const gone = setAbout(
      { description: 'x' },
      { description: 'Sam was here' },
    );
    expect(await refused(gone, 409)).toBe(
      `The description of ${flag} was changed since you looked: it is none now. Look again`,
    );
  });
});
