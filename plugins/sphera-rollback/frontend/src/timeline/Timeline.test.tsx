import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { run, version, versions } from '../__testUtils__/answers';
import { renderRollbacks } from '../__testUtils__/renderRollbacks';
import { Timeline } from './Timeline';

const draw = (all = versions()) =>
  renderRollbacks(<Timeline versions={all} environment="Production" />);

const bar = (name: RegExp) => screen.findByRole('option', { name });

describe('the timeline', () => {
  it('draws regions that always ran the same as one, others one by one', async () => {
    const [current, taken, old] = versions();
    draw([
      { ...current, runs: [run(5, undefined, { regions: ['eu'] })] },
      taken,
      { ...old, runs: [run(100, 30), run(29, undefined, { regions: ['us'] })] },
    ]);
    expect(
      within(await screen.findByRole('group', { name: 'Frankfurt' }))
        .getAllByRole('option')
        .map(one => one.getAttribute('aria-label')!.split(',')[0]),
    ).toEqual(['4.11.7', '4.12.0', '4.12.1']);
    expect(
      within(screen.getByRole('group', { name: 'Virginia' }))
        .getAllByRole('option')
        .map(one => one.getAttribute('aria-label')!.split(',')[0]),
    ).toEqual(['4.11.7', '4.12.0', '4.11.7']);
  });

  it('says of each version from when to when it was to run, by whom, and how that ended', async () => {
    draw();
    expect(
      await bar(/^4\.12\.1, is to run now, since .* \(5 hours\), by dana$/),
    ).toHaveAttribute('aria-selected', 'true');
    expect(
      await bar(
        /^4\.12\.0, taken away by a rollback, .* to .* \(1 hour\), by dana$/,
      ),
    ).toBeInTheDocument();
    expect(
      await bar(/^4\.11\.7, ran well, .*\(20 hours\)/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('group', { name: 'Frankfurt and Virginia' }),
    ).toBeVisible();
  });

  it('describes the bar that is pointed at, and links its rollback', async () => {
    draw();
    await userEvent.hover(await bar(/^4\.12\.0/));
    expect(
      screen.getByRole('link', { name: 'taken away by this rollback' }),
    ).toHaveAttribute('href', '/rollbacks/rollback-7');
    expect(await bar(/^4\.12\.0/)).toHaveAttribute('aria-selected', 'true');
  });

  it('is one stop for the Tab key, with arrow keys between its bars', async () => {
    draw();
    await bar(/^4\.12\.1/);
    const stops = screen
      .getAllByRole('option')
      .filter(one => one.getAttribute('tabindex') === '0');
    expect(stops).toEqual([await bar(/^4\.12\.1/)]);
    act(() => stops[0].focus());
    await userEvent.keyboard('{ArrowLeft}');
    expect(await bar(/^4\.12\.0/)).toHaveFocus();
    await userEvent.keyboard('{Home}');
    expect(await bar(/^4\.11\.6/)).toHaveFocus();
    await userEvent.keyboard('{End}');
    expect(await bar(/^4\.12\.1/)).toHaveFocus();
  });

  it('draws the last dozen of runs, however many there were', async () => {
    draw([
      ...versions(),
      ...[...Array(200).keys()].map(at => version(`3.0.${at}`, 300 + at * 30)),
    ]);
    await bar(/^4\.12\.1/);
    expect(screen.getAllByRole('option')).toHaveLength(12);
  });

  it('leaves out what ended in another region just as the stretch began', async () => {
    const soon = 1 / 3600;
    draw([
      version('5.1.0', 100, {
        runs: [
          run(100, undefined, { regions: ['eu'] }),
          run(100 - soon, undefined, { regions: ['us'] }),
        ],
      }),
      version('5.0.0', 200, {
        runs: [
          run(200, 100, { regions: ['eu'] }),
          run(200, 100 - soon, { regions: ['us'] }),
        ],
      }),
      ...[...Array(10).keys()].map(at =>
        version(`5.2.${at}`, 50 - at, {
          runs: [run(50 - at, 49.5 - at, { regions: ['ap'] })],
        }),
      ),
    ]);
    await screen.findByRole('group', { name: 'Frankfurt' });
    expect(screen.queryByRole('option', { name: /^5\.0\.0/ })).toBeNull();
  });
});
