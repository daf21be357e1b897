import { describeImages } from './images';
import { describeRepositories } from './repositories';
import { describeSettings } from './settings';
import { Trial, type ContractEcr, type Difference } from './Trial';

export type { ContractEcr, Difference };

/** What ECR does, on our stand-in and on others: the adapters rely on it. */
export function describeEcr(
  on: string,
  open: () => Promise<ContractEcr>,
  differences: readonly Difference[] = [],
): void {
  describe(`ECR on ${on}`, () => {
    const trial = new Trial(open, differences);
    beforeAll(() => trial.open());
    beforeEach(() => trial.begin());
    afterAll(() => trial.close());
    describeRepositories(trial);
    describeSettings(trial);
    describeImages(trial);
  });
}
