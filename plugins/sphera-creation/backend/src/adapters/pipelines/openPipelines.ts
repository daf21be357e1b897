import type { CreationSettings } from '../../settings/CreationSettings';
import { CodefreshApi } from './CodefreshApi';
import { CodefreshPipelines } from './CodefreshPipelines';
import type { Pipelines } from './Pipelines';

/** The pipelines of the settings. */
export function openPipelines({
  settings: { codefresh },
}: {
  settings: Pick<CreationSettings, 'codefresh'>;
}): Pipelines | undefined {
  if (!codefresh) return undefined;
  return new CodefreshPipelines(codefresh, new CodefreshApi(codefresh));
}
