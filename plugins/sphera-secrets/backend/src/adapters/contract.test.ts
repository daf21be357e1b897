import { describeTheAdapter } from './__testUtils__/contract';
import { REGIONS, startStandIn } from './__testUtils__/standIn';

describeTheAdapter({
  on: 'the stand-in',
  regions: REGIONS,
  async open() {
    const { contract } = await startStandIn();
    return contract;
  },
});
