import type { GitRepository } from '@sphera/plugin-git-node';
import type { PushRefusedError, PushRefusal } from '@sphera/plugin-git-node';
import { StepFailure } from '../endings';

const WHAT_TO_DO: Record<PushRefusal, (where: string) => string> = {
  protected: where =>
    `Let the portal open pull requests for ${where} (way: either, in the configuration), or let its account push there`,
  denied: where =>
    `Give the portal's account the right to push to ${where}, then start the rollback again`,
  hook: where =>
    `Do what the hook of ${where} asks for, or change the files by hand`,
};

/** The failure of a rollback whose push was refused. */
export function refusalOf(
  { refusal, message }: PushRefusedError,
  { name, branch }: GitRepository,
): StepFailure {
  return new StepFailure(message, WHAT_TO_DO[refusal](`${branch} of ${name}`));
}
