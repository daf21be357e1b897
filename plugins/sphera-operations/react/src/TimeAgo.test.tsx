import { render, screen } from '@testing-library/react';
import { TimeAgo } from './TimeAgo';

const at = (secondsFromNow: number) =>
  new Date(Date.now() + secondsFromNow * 1000).toISOString();

describe('TimeAgo', () => {
  it.each([
    [-7_200, '2 hours ago'],
    [3_630, 'in 1 hour'],
    [-5, 'just now'],
  ])('says %d seconds from now as "%s"', (seconds, words) => {
    render(<TimeAgo time={at(seconds)} />);
    expect(screen.getByText(words)).toBeInTheDocument();
  });

  it('tells the exact moment when pointed at', () => {
    render(<TimeAgo time="2026-11-24T16:00:00Z" />);
    expect(screen.getByTitle('Tue, 24 Nov 2026, 16:00 UTC')).toBeVisible();
  });
});
