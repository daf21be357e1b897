import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { crashingPod, details, pod } from '../tab/__testUtils__/answers';
import { renderTab } from '../tab/__testUtils__/renderTab';
import { ServiceOfTest } from '../tab/__testUtils__/ServiceOfTest';
import { LogOfTest } from './__testUtils__/LogOfTest';

const place = '?cluster=production-eu&namespace=booking&name=quotes';
const address = `${place}&pod=quotes-7d9-abcde`;

function renderLog(log: LogOfTest, at = address) {
  const service = new ServiceOfTest();
  service.deployments = [details({ pods: [pod(), crashingPod()] })];
  return renderTab({ service, log, address: at });
}

function refusal(status: number, message: string) {
  return new Response(
    JSON.stringify({
      error: { name: 'Error', message },
      response: { statusCode: status },
    }),
    { status, headers: { 'content-type': 'application/json' } },
  );
}

const lines = () => screen.findByRole('log');
const askedFor = (log: LogOfTest, at: number) =>
  Object.fromEntries(log.asked[at].searchParams);

describe('The log of a pod', () => {
  it('opens from the pod, and its address can be shared', async () => {
    const log = new LogOfTest();
    log.write('listening on 8080');
    renderLog(log, '');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Logs of quotes-7d9-abcde' }),
    );
    expect(await screen.findByText(/listening on 8080/)).toBeVisible();
    expect(log.asked[0].pathname).toBe('/v1/stream-logs');
    expect(askedFor(log, 0)).toEqual({
      cluster: 'production-eu',
      namespace: 'booking',
      pod: 'quotes-7d9-abcde',
      previous: 'false',
      follow: 'true',
      lines: '500',
    });
    expect(screen.getByLabelText('Address')).toHaveTextContent(address);
  });

  it('shows lines as they are written', async () => {
    const log = new LogOfTest();
    renderLog(log);
    expect(await screen.findByText('Following, live')).toBeVisible();
    expect(screen.getByText('Nothing has been written yet.')).toBeVisible();
    log.write('GET /quotes 200', 'level=error msg="no rates"');
    expect(await screen.findByText(/GET \/quotes 200/)).toBeVisible();
    expect(screen.getByText('2 lines')).toBeVisible();
    expect(screen.getByText(/no rates/)).toHaveAttribute('data-level', 'error');
  });

  it('lets go of the stream when it is closed', async () => {
    const log = new LogOfTest();
    renderLog(log);
    await waitFor(() => expect(log.isRead).toBe(true));
    await userEvent.click(await screen.findByRole('button', { name: 'Close' }));
    await waitFor(() => {
      expect(screen.queryByRole('log')).toBeNull();
      expect(log.isRead).toBe(false);
      expect(screen.getByLabelText('Address').textContent).toBe(place);
    });
  });

  it('finds words, and goes from match to match', async () => {
    const log = new LogOfTest();
    log.write('one Timeout', 'two', 'timeout, again a TIMEOUT');
    renderLog(log);
    await screen.findByText(/a TIMEOUT/);
    const search = screen.getByRole('searchbox', { name: 'Search in the log' });
    await userEvent.type(search, 'timeout');
    expect(await screen.findByText('3 matches')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(screen.getByText('3 of 3')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(screen.getByText('1 of 3')).toBeVisible();
    expect(
      (await lines()).querySelector('mark[data-current]'),
    ).toHaveTextContent('Timeout');
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
    expect(screen.getByText('3 of 3')).toBeVisible();
    (await lines()).focus();
    await userEvent.keyboard('N');
    expect(screen.getByText('2 of 3')).toBeVisible();
    await userEvent.keyboard('n');
    expect(screen.getByText('3 of 3')).toBeVisible();
    await userEvent.type(search, '!');
    expect(await screen.findByText('Not found')).toBeVisible();
  });

  it('says when the connection broke, and goes on without showing a line twice', async () => {
    const log = new LogOfTest();
    log.write('first');
    renderLog(log);
    await screen.findByText(/first/);
    log.cut();
    expect(
      await screen.findByText('The connection broke. Trying again…'),
    ).toBeVisible();
    log.write('while it was broken');
    expect(await screen.findByText(/while it was broken/)).toBeVisible();
    expect(screen.getAllByText(/first/)).toHaveLength(1);
    expect(askedFor(log, 1).lines).toBe('5000');
  });

  it('goes on by itself where the cluster stopped sending', async () => {
    const log = new LogOfTest();
    log.write('first', '[portal] The log cannot be read any further: reset');
    renderLog(log);
    await screen.findByText(/cannot be read any further/);
    log.end();
    expect(
      await screen.findByText('The connection broke. Trying again…'),
    ).toBeVisible();
    log.write('second');
    expect(await screen.findByText(/second/)).toBeVisible();
  });

  it('stops following, and catches up later', async () => {
    const log = new LogOfTest();
    log.write('first');
    renderLog(log);
    await screen.findByText(/first/);
    const follow = screen.getByRole('button', { name: 'Follow' });
    await userEvent.click(follow);
    expect(await screen.findByText(/Not following/)).toBeVisible();
    await waitFor(() => expect(log.isRead).toBe(false));
    log.write('second');
    await userEvent.click(follow);
    expect(await screen.findByText(/second/)).toBeVisible();
    expect(screen.getAllByText(/first/)).toHaveLength(1);
  });

  it('says when the log came to its end', async () => {
    const log = new LogOfTest();
    log.write('bye');
    renderLog(log);
    await screen.findByText(/bye/);
    log.end();
    expect(await screen.findByText(/^This run ended/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Read on' }));
    expect(await screen.findByText('Following, live')).toBeVisible();
  });

  it('follows the next run of a container by itself', async () => {
    const log = new LogOfTest();
    log.write('panic: no database');
    const { service, signal } = renderLog(log);
    await screen.findByText(/no database/);
    log.end();
    await screen.findByText(/^This run ended/);
    const [container] = pod().containers;
    service.deployments[0].pods = [
      pod({ restarts: 1, containers: [{ ...container, restarts: 1 }] }),
    ];
    signal();
    expect(await screen.findByText('Following, live')).toBeVisible();
    log.write('listening again');
    expect(await screen.findByText(/listening again/)).toBeVisible();
    expect(screen.getAllByText(/no database/)).toHaveLength(1);
  });

  it('waits for a container that has yet to start', async () => {
    const log = new LogOfTest();
    log.refusal = refusal(400, 'container "quotes" is waiting to start');
    const { service, signal } = renderLog(log);
    const [container] = pod().containers;
    service.deployments[0].pods = [
      pod({ containers: [{ ...container, state: 'waiting' }] }),
    ];
    signal();
    expect(await screen.findByText(/opens by itself/)).toBeVisible();
    log.refusal = undefined;
    log.write('listening');
    service.deployments[0].pods = [pod()];
    signal();
    expect(await screen.findByText(/listening/)).toBeVisible();
  });

  it('says why it cannot be read', async () => {
    const log = new LogOfTest();
    log.refusal = refusal(404, 'The pod is gone');
    renderLog(log);
    expect(await screen.findByText('The log cannot be read')).toBeVisible();
    expect(screen.getByText('The pod is gone')).toBeVisible();
    log.refusal = undefined;
    log.write('here again');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/here again/)).toBeVisible();
  });

  it('reads the run before the last restart to its end', async () => {
    const log = new LogOfTest();
    log.write('panic: no database');
    renderLog(log, place);
    await userEvent.click(
      await screen.findByRole('button', { name: /Logs of the previous run/ }),
    );
    expect(await screen.findByText(/no database/)).toBeVisible();
    expect(askedFor(log, 0)).toMatchObject({
      pod: 'quotes-7d9-crash',
      container: 'quotes',
      previous: 'true',
      follow: 'false',
    });
    log.end();
    expect(
      await screen.findByText('The whole log of the previous run'),
    ).toBeVisible();
  });

  it('reads another container', async () => {
    const log = new LogOfTest();
    renderLog(log, `${place}&pod=quotes-7d9-crash`);
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      await within(dialog).findByRole('button', { name: /Container/ }),
    );
    await userEvent.click(await screen.findByRole('option', { name: 'proxy' }));
    await waitFor(() =>
      expect(askedFor(log, log.asked.length - 1).container).toBe('proxy'),
    );
  });

  it('hides the times where one wants', async () => {
    const log = new LogOfTest();
    log.write('listening');
    renderLog(log);
    const line = await screen.findByText(/listening/);
    expect(line).toHaveTextContent('12:00:01.000 listening');
    await userEvent.click(screen.getByRole('button', { name: 'Times' }));
    expect(line).not.toHaveTextContent('12:00');
  });
});
