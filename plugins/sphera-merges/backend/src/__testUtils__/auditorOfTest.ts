import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';

/** Keeps what the audit log is told. */
export function auditorOfTest() {
  const events: Array<{ operation: string; meta: any; outcome?: string }> = [];
  let unwritable: string | undefined;
  const feature = createServiceFactory({
    service: coreServices.auditor,
    deps: {},
    factory: () => ({
      async createEvent({ eventId, meta }) {
        if (eventId === unwritable) throw new Error('the record is away');
        const event: (typeof events)[number] = { operation: eventId, meta };
        events.push(event);
        return {
          success: async () => void (event.outcome = 'succeeded'),
          fail: async () => void (event.outcome = 'failed'),
        };
      },
    }),
  });
  return {
    feature,
    /** From now on nothing is taken of an operation; `undefined`: everything again. */
    refuse(operation: string | undefined) {
      unwritable = operation;
    },
    /** Of the calls of an operation that succeeded, who is said to be behind each, and what it was about. */
    succeeded: (operation: string): any[] =>
      events
        .filter(each => each.operation === operation)
        .filter(each => each.outcome === 'succeeded')
        .map(({ meta }) => meta.sphera),
  };
}
