import type { ActingParts } from '../ActingParts';
import { ownRepository } from '../ownRepository';
import { runStep, type StepCall } from '../runStep';
import { teamsOf } from '../teamsOf';

/** Gives the published repository the settings of the company. */
export async function settle(parts: ActingParts, call: StepCall) {
  return runStep(parts, call, 'repository', async creation => {
    const { name, owner } = creation.draft;
    const { repositories, repository } = await ownRepository(parts, creation);
    const teams = await teamsOf(parts, owner);
    await repositories.settle(name, teams);
    const { organization, requiredChecks } = parts.settings.github!;
    return {
      state: 'done',
      sentence: [
        `${organization}/${name} takes changes by pull requests alone`,
        ...(requiredChecks.length > 0
          ? [`after ${requiredChecks.join(', ')}`]
          : []),
      ].join(', '),
      links: [{ title: 'Repository', url: repository.url }],
      made: { isOurs: true },
    };
  });
}
