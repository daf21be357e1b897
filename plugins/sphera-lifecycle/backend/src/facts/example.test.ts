import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { onCallModule } from './__testUtils__/onCallModule';
import { startFacts } from './__testUtils__/startFacts';

jest.setTimeout(120_000);

describe('the example of a source of one’s own', () => {
  it('is in the documentation as it is here', async () => {
    const own = resolvePackagePath('@sphera/plugin-lifecycle-backend');
    const read = (path: string) => readFile(`${own}/${path}`, 'utf8');
    const code = await read('src/facts/__testUtils__/onCallModule.ts');
    const documentation = await read('../../../docs/lifecycle-facts.md');
    expect(documentation).toContain(`\`\`\`ts\n${code}\`\`\``);
  });

  it('tells what it saw, and where it could not look', async () => {
    const roster = createServer((_, response) => {
      response.end(JSON.stringify({ quotes: 'Dana' }));
    });
    await new Promise<void>(resolve => {
      roster.listen(0, '127.0.0.1', resolve);
    });
    const { port } = roster.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}`;
    const portal = await startFacts({
      features: [onCallModule],
      config: { kestrel: { roster: { url } } },
    });
    await portal.look();
    expect(portal.fact('quotes', 'on-call-set')).toMatchObject({
      state: 'holds',
      sentence: 'Dana is on call',
      link: { title: 'Roster', url: `${url}/quotes` },
    });
    expect(portal.fact('parcels', 'on-call-set')).toMatchObject({
      state: 'fails',
    });
    roster.closeAllConnections();
    roster.close();
    portal.clock.leap(600_000);
    await portal.look();
    expect(portal.fact('quotes', 'on-call-set')).toMatchObject({
      state: 'holds',
      stale: {
        sentence: 'The roster cannot be asked: see the log of the portal',
      },
    });
    await portal.stop();
  });
});
