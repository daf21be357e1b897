import {
  DRIFT_KINDS,
  type DriftKind,
  type SecretCell,
  type SecretRow,
} from '@sphera/plugin-secrets-common';
import type { Standard } from '../../standard/Standard';
import type { Written } from '../Deeds';
import { toMoment } from '../moment';
import type {
  AssessedCell,
  AssessedEnvironment,
  AssessedSecret,
} from './Assessment';
import { cellSentence } from './cellSentence';
import { hasCome } from './datesOf';
import { deletedSince, recoverableUntil } from './deletion';
import type { Words } from './driftSentences';

/** What rows are written with. */
export interface RowContext extends Words {
  standard: Pick<Standard, 'aboutOf'>;
  written: ReadonlyMap<string, Written>;
}

/** One secret of a service as answers have it. */
export function toRow(
  { name, environments }: AssessedSecret,
  context: RowContext,
): SecretRow {
  const live = environments.flatMap(one => one.live);
  return {
    name,
    description: live.find(({ record }) => record?.description)?.record
      ?.description,
    differsByRegion: live.some(
      ({ record }) =>
        record && context.standard.aboutOf(record).differsByRegion,
    ),
    drift: driftOf(environments),
    cells: environments.flatMap(environment =>
      environment.cells.map(cell => toCell(cell, environment, context)),
    ),
  };
}

/** The kinds of drift in some environments. */
export function driftOf(
  environments: readonly AssessedEnvironment[],
): DriftKind[] {
  return DRIFT_KINDS.filter(kind =>
    environments.some(({ cells }) => cells.some(one => one.drift === kind)),
  );
}

function toCell(
  cell: AssessedCell,
  environment: AssessedEnvironment,
  context: RowContext,
): SecretCell {
  const { place, record, state, problems, overdueAt, oldAt } = cell;
  const { now, written } = context;
  return {
    environment: place.environment,
    region: place.region,
    state,
    sentence: cellSentence(cell, environment, context),
    fullName: record?.fullName,
    versionId: record?.versionId,
    encoding: record?.fingerprint?.encoding,
    createdAt: toMoment(record?.createdAt),
    changedAt: toMoment(record?.changedAt),
    changedBy: record?.versionId && written.get(record.versionId)?.by,
    readAt: toMoment(record?.readAt),
    rotateBy: toMoment(overdueAt),
    deletedAt: toMoment(deletedSince(record?.deletedAt, now)),
    recoverableUntil: toMoment(recoverableUntil(record?.deletedAt, now)),
    problems: [...problems],
    isOverdue: hasCome(overdueAt, now),
    isOld: hasCome(oldAt, now),
  };
}
