import { aboutChanges, aboutOn, nothingSaid } from './About';

const said = {
  description: 'The new way to pay',
  purpose: 'release' as const,
  owner: 'group:default/booking',
  endsOn: '2027-03-31',
};

describe('what a form says of a flag', () => {
  it('is only what is another than before', () => {
    expect(aboutChanges(said, said)).toBeUndefined();
    expect(aboutChanges({ ...said, purpose: 'operations' }, said)).toEqual({
      purpose: 'operations',
    });
  });

  it('takes away what was emptied', () => {
    expect(aboutChanges({ ...nothingSaid, description: ' ' }, said)).toEqual({
      description: null,
      purpose: null,
      owner: null,
      endsOn: null,
    });
  });

  it('stays, on what others said meanwhile, where it was touched, and is theirs elsewhere', () => {
    const written = { ...said, description: 'Mine' };
    const now = { ...said, description: 'Theirs', owner: undefined };
    expect(aboutOn(now, written, said)).toEqual({
      ...now,
      description: 'Mine',
    });
  });
});
