import type { SecretsClient } from '../adapters/SecretsClient';
import { PlaceError } from '../errors';

/** Deletes a secret recoverably; where that has happened already, nothing. */
export async function deleteOnce(
  client: SecretsClient,
  fullName: string,
  { recoveryDays }: { recoveryDays: number },
): Promise<void> {
  try {
    await client.delete(fullName, { recoveryDays });
  } catch (error) {
    // Also where only the answer was lost, and the SDK has asked again.
    const isDeleted =
      error instanceof PlaceError &&
      (error.problem === 'pending-deletion' || error.problem === 'not-found');
    if (!isDeleted) throw error;
  }
}
