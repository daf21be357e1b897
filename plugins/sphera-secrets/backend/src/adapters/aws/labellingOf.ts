import { PlaceError } from '../../errors';
import type { SecretsClient } from '../SecretsClient';
import type { PlaceCalls } from './PlaceCalls';
import { STAGED } from './writingOf';

type Labelling = Pick<SecretsClient, 'makeCurrent' | 'unstage'>;

/** What moves the labels of versions in one place. */
export function labellingOf(
  calls: PlaceCalls,
  describe: SecretsClient['describe'],
): Labelling {
  async function move(
    fullName: string,
    label: string,
    { from, to }: { from?: string; to?: string },
  ) {
    const request = {
      SecretId: fullName,
      VersionStage: label,
      RemoveFromVersionId: from,
      MoveToVersionId: to,
    };
    await calls.send(
      'UpdateSecretVersionStage',
      { secret: fullName },
      (aws, options) => aws.updateSecretVersionStage(request, options),
    );
  }

  /** Of two at once AWS refuses the second, since the label is no longer where it is to be taken from. */
  async function moveCurrent(
    fullName: string,
    from: string | undefined,
    to: string,
  ) {
    try {
      await move(fullName, 'AWSCURRENT', { from, to });
    } catch (error) {
      // Where only the answer was lost, the SDK has asked again and found it done.
      if (isChanged(error) && (await describe(fullName))?.versionId === to)
        return;
      throw error;
    }
  }

  async function unstage(fullName: string, versionId: string) {
    try {
      await move(fullName, STAGED, { from: versionId });
    } catch (error) {
      if (!isChanged(error)) throw error;
    }
  }

  return {
    unstage,

    async makeCurrent(fullName, versionId, from) {
      const before = await describe(fullName);
      if (before?.versionId !== versionId) {
        await moveCurrent(fullName, from, versionId);
      }
      if (before?.stages[versionId]?.includes(STAGED)) {
        await unstage(fullName, versionId);
      }
    },
  };
}

function isChanged(error: unknown): boolean {
  return error instanceof PlaceError && error.problem === 'changed';
}
