import {
  type AuditorService,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { answered } from '../__testUtils__/asking';
import { type Portal, startRollback } from '../__testUtils__/startRollback';
import { StoppingPoint } from '../running/__testUtils__/StoppingPoint';
import { begin, ended } from './__testUtils__/rollingBack';

interface Noted {
  id: string;
  state: string;
  actor: string;
}

describe('how a rollback ended', () => {
  let portal: Portal;
  let noted: Noted[];
  /** How often the audit log cannot be written from now on. */
  let refusals: number;

  const auditor: AuditorService = {
    async createEvent({ meta }) {
      const { operation, input, actor } = (meta as any).sphera;
      const isEnd = operation === 'sphera-rollback:settle-rollback';
      if (isEnd && refusals > 0) {
        refusals -= 1;
        throw new Error('the audit log cannot be written');
      }
      const { id, state } = input ?? {};
      return {
        success: async () => {
          if (isEnd) noted.push({ id, state, actor: actor?.ref ?? actor });
        },
        fail: async () => {},
      };
    },
  };
  const start = async (at?: StoppingPoint) => {
    noted = [];
    refusals = 0;
    portal = await startRollback({
      follows: true,
      plugin: at?.plugin,
      features: [
        createServiceFactory({
          service: coreServices.auditor,
          deps: {},
          factory: () => auditor,
        }),
      ],
    });
    await portal.seen();
  };
  afterEach(() => portal.stop());
  const states = () => noted.map(({ id, state }) => ({ id, state }));

  it('is in the audit log once, in the name of who asked for it', async () => {
    await start();
    const id = await begin(portal);
    await ended(portal, id);
    await eventually(async () => expect(noted).not.toEqual([]));
    expect(states()).toEqual([{ id, state: 'done' }]);
    expect(JSON.stringify(noted)).toContain('user:default/dana');
  });

  it('is noted later where the audit log cannot be written', async () => {
    await start();
    refusals = 2;
    const id = await begin(portal);
    await ended(portal, id);
    await eventually(async () =>
      expect(states()).toEqual([{ id, state: 'done' }]),
    );
  });

  it('is noted of one, too, that was rolled forward before it was over', async () => {
    const at = new StoppingPoint('before the end of roll-out');
    await start(at);
    const id = await begin(portal);
    await at.reached();
    const forward = await answered(portal, 'roll-forward', {
      id,
      reason: 'it is repaired',
    });
    at.goOn();
    await ended(portal, forward.id);
    await eventually(async () =>
      expect(states()).toEqual(
        expect.arrayContaining([
          { id, state: 'failed' },
          { id: forward.id, state: 'done' },
        ]),
      ),
    );
    expect(noted).toHaveLength(2);
  });
});
