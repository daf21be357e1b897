import { invalidParameter, notFound } from '../errors';
import { attach, CURRENT, detach, holderOf } from '../store/labels';
import type { StoredSecret, StoredVersion } from '../store/StoredSecret';
import type { Operation } from './Operation';
import { openSecret } from './openSecret';

export const updateSecretVersionStage: Operation = ({ store, fields, now }) => {
  const secret = openSecret(store, fields);
  const label = fields.needed('VersionStage', { least: 1, most: 256 });
  const bounds = { least: 32, most: 64 };
  const from = fields.text('RemoveFromVersionId', bounds);
  const to = fields.text('MoveToVersionId', bounds);
  const target = to === undefined ? undefined : versionOf(secret, to);
  const holder = holderOf(secret, label);
  refuseWrongHolder({ label, holder, from, to });
  if (target) attach(secret, label, target);
  else if (holder) detach(label, holder);
  secret.changedAt = now;
  return { ARN: store.arnOf(secret), Name: secret.name };
};

function versionOf({ versions }: StoredSecret, id: string): StoredVersion {
  const version = versions.find(other => other.id === id);
  if (!version) throw notFound(`secret value for VersionId: ${id}`);
  return version;
}

function refuseWrongHolder({
  label,
  holder,
  from,
  to,
}: {
  label: string;
  holder: StoredVersion | undefined;
  from: string | undefined;
  to: string | undefined;
}): void {
  if (from === undefined && to === undefined) {
    throw invalidParameter(
      'You must specify MoveToVersionId, RemoveFromVersionId, or both.',
    );
  }
  if (from !== undefined && holder?.id !== from) {
    throw invalidParameter(
      `Staging label ${label} is not currently attached to version ${from}.`,
    );
  }
  if (from === undefined && holder && holder.id !== to) {
    throw invalidParameter(
      `The parameter RemoveFromVersionId can't be empty. Staging label ${label} is currently attached to version ${holder.id}, so you must explicitly reference that version in RemoveFromVersionId.`,
    );
  }
  if (label === CURRENT && to === undefined) {
    throw invalidParameter(
      `You can only move staging label ${CURRENT} to a different secret version. It can't be completely removed.`,
    );
  }
}
