// A suite that several test files run, each on an AWS of its own.
/* eslint-disable jest/no-export */
import type { ContractAws, Suite } from './ContractAws';
import { describeCreating } from './creating';
import { describeDeleting } from './deleting';
import { describeListing } from './listing';
import { describePlaces } from './places';
import { openTrial, type Trial } from './Trial';
import { describeVersions } from './versions';

export type { ContractAws, Suite } from './ContractAws';

/** What the adapter promises, on whatever AWS it is given, region by region. */
export function describeTheAdapter(suite: Suite): void {
  describe(`the adapter on ${suite.on}`, () => {
    let aws: ContractAws;
    beforeAll(async () => {
      aws = await suite.open();
    }, 60_000);
    afterAll(() => aws?.close?.(), 60_000);

    describe.each(suite.regions)('in %s', region => {
      let opened: Trial;
      const trial = () => opened;
      beforeAll(() => {
        opened = openTrial(aws, region, suite);
      });
      afterAll(() => opened?.close(), 120_000);

      describeCreating(trial);
      describeVersions(trial);
      describeListing(trial);
      describeDeleting(trial);
      describePlaces(trial, suite.regions);
    });
  });
}
