import { change } from '../__testUtils__/answers';
import { answersOverTime } from './answersOverTime';
import { followingInWords } from './following';

const at = change().at;

const after = (milliseconds: number, refusal?: string) => ({
  ...change().clusters[0],
  answeredAt: new Date(Date.parse(at) + milliseconds).toISOString(),
  refusal,
});
const answered = (...clusters: ReturnType<typeof after>[]) =>
  change({ at, clusters });

describe('how clusters followed a change', () => {
  it('says the time of the last, and does not say that it took none', () => {
    expect(followingInWords(answered(after(300), after(900)))).toBe(
      'All 2 clusters followed within a second',
    );
    expect(followingInWords(answered(after(80_500)))).toMatch(
      /^The one cluster followed within 1.min.20.s$/,
    );
  });

  it('is drawn from the change to the last answer', () => {
    expect(
      answersOverTime(
        answered(after(10), after(20), after(600, 'no'), after(1_000)),
        4,
      ),
    ).toEqual({
      lengthMs: 1_000,
      stretches: [
        { followed: 2, refused: 0 },
        { followed: 0, refused: 0 },
        { followed: 0, refused: 1 },
        { followed: 1, refused: 0 },
      ],
    });
  });

  it('is not drawn while nobody answered', () => {
    const [one] = change().clusters;
    const waiting = { ...one, answeredAt: undefined };
    expect(answersOverTime(change({ clusters: [waiting] }), 4)).toBeUndefined();
  });
});
