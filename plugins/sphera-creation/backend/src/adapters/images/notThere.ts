/** An answer for what ECR says of a repository that is not there; throws what it says otherwise. */
export function notThere(error: Error): undefined {
  if (error.name === 'RepositoryNotFoundException') return undefined;
  throw error;
}
