import { makeParts } from './parts.ts';
import { startService } from './service.ts';

const service = await startService(process.env, makeParts);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    service.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
