import { AwsError } from '../../aws/AwsError';
import { invalidParameter } from '../errors';
import type { StoredSecret } from '../store/StoredSecret';
import { currentVersion, readVersion } from './getSecretValue';
import { wantedBy } from './listSecrets';
import type { Call, Operation } from './Operation';
import { refuseDeleted } from './openSecret';
import { pageMark, readPageMark } from './pageMark';

/** An answer carries no more of values than this, in bytes; AWS does not say its own number. */
const LARGEST_ANSWER = 1_048_576;
/** Secrets in one answer. */
const MOST = 20;

interface Mark {
  /** How many secrets were told already. */
  told: number;
}

const isMark = (mark: Partial<Mark>): mark is Mark =>
  typeof mark.told === 'number';

export const batchGetSecretValue: Operation = call => {
  const { fields, store, now } = call;
  const wanted = wantedSecrets(call);
  const most = fields.number('MaxResults', { least: 1, most: MOST }) ?? MOST;
  let told = readPageMark(fields, isMark)?.told ?? 0;
  const values: object[] = [];
  const errors: object[] = [];
  const end = Math.min(wanted.length, told + most);
  for (let bytes = 0; told < end; told++) {
    try {
      const refusal = call.cannotRead();
      if (refusal) throw refusal;
      const secret = wanted[told].open();
      refuseDeleted(secret);
      const version = currentVersion(secret);
      bytes += Buffer.byteLength(version.value);
      if (bytes > LARGEST_ANSWER && values.length) break;
      values.push(readVersion(store, secret, version, now));
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      errors.push({
        SecretId: wanted[told].id,
        ErrorCode: error.type,
        Message: error.message,
      });
    }
  }
  return {
    SecretValues: values,
    Errors: errors,
    NextToken: told < wanted.length ? pageMark({ told }) : undefined,
  };
};

function wantedSecrets({
  fields,
  store,
}: Call): Array<{ id: string; open(): StoredSecret }> {
  const ids = fields.list<string>('SecretIdList', { least: 1, most: MOST });
  const filters = fields.list('Filters');
  if (Boolean(ids) === Boolean(filters)) {
    throw invalidParameter(
      "Either 'SecretIdList' or 'Filters' must be provided, but not both.",
    );
  }
  if (ids) {
    if (fields.number('MaxResults', {}) !== undefined) {
      throw invalidParameter(
        "'Filters' not specified. 'Filters' must also be specified when 'MaxResults' is provided.",
      );
    }
    return ids.map(id => ({ id, open: () => store.get(id) }));
  }
  return store
    .ordered()
    .filter(wantedBy(fields))
    .map(secret => ({ id: store.arnOf(secret), open: () => secret }));
}
