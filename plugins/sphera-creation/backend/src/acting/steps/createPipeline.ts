import type { ActingParts } from '../ActingParts';
import { ownRepository } from '../ownRepository';
import { runStep, type StepCall } from '../runStep';

/** Makes a pipeline besides GitHub Actions. */
export async function createOnePipeline(parts: ActingParts, call: StepCall) {
  return runStep(parts, call, 'pipeline', async creation => {
    const { pipelines, settings } = parts;
    const { name } = creation.draft;
    if (!pipelines || !settings.github) {
      return {
        state: 'skipped',
        sentence: 'GitHub Actions run from the files in the repository',
      };
    }
    const { repository } = await ownRepository(parts, creation);
    const made = await pipelines.create({
      service: name,
      repository: `${settings.github.organization}/${name}`,
      branch: repository.defaultBranch,
      creation: creation.id,
    });
    return {
      state: 'done',
      sentence: made.isOurs
        ? `${pipelines.nameOf(name)} builds each push`
        : `${pipelines.nameOf(name)} was there already, and stays as it is`,
      links: [{ title: 'Pipeline', url: pipelines.urlOf(name) }],
      made,
    };
  });
}
