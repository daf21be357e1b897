import { place, scaleEnd } from './replicaScale';

const range = {
  minReplicas: 2,
  maxReplicas: 6,
  currentReplicas: 3,
  desiredReplicas: 3,
};

it('has room for everything that is there', () => {
  expect(scaleEnd(range)).toBe(6);
  expect(scaleEnd({ ...range, currentReplicas: 9 })).toBe(9);
});

it('shows what is allowed, but not so much of it that the rest shrinks to a dot', () => {
  const allowing = (to: number) =>
    scaleEnd({
      ...range,
      allowed: { minReplicas: { from: 1, to }, maxReplicas: { from: 1, to } },
    });
  expect(allowing(10)).toBe(10);
  expect(allowing(10_000)).toBe(12);
});

it('places pods in per cent of the line and never off it', () => {
  expect(place(3, 12)).toBe(25);
  expect(place(99, 12)).toBe(100);
});
