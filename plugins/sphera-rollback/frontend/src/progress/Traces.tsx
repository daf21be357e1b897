import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { Rollback } from '@sphera/plugin-rollback-common';
import { useServiceLinks } from '@sphera/plugin-services-react';
import type { ReactNode } from 'react';
import { locksRouteRef } from '../routes';
import styles from './Traces.module.css';

const SHORT_HASH = 7;

/** What a rollback has left behind, each linked: commits, pull requests, the message, the lock, the deployments. */
export function Traces(props: { rollback: Rollback }) {
  const { rollback } = props;
  const { commits, slack, service } = rollback;
  const { toTab } = useServiceLinks();
  return (
    <dl className={styles.traces}>
      {commits.map(commit => (
        <Trace key={commit.repository} what="Commit">
          <CommitTrace commit={commit} />
        </Trace>
      ))}
      {commits.length === 0 && <Trace what="Commit">none yet</Trace>}
      <Trace what="Lock on deploys">
        <LockTrace rollback={rollback} />
      </Trace>
      {slack && (
        <Trace what="Slack">
          <SlackTrace slack={slack} />
        </Trace>
      )}
      <Trace what="Service">
        <Link href={toTab(service, 'deployments')}>Deployments and logs</Link>
        <Link href={toTab(service, 'rollback')}>Versions</Link>
      </Trace>
    </dl>
  );
}

function Trace(props: { what: string; children: ReactNode }) {
  return (
    <div>
      <dt>{props.what}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function CommitTrace({ commit }: { commit: Rollback['commits'][number] }) {
  const { repository, hash, url, isPushed, pullRequest } = commit;
  const short = hash.slice(0, SHORT_HASH);
  return (
    <>
      {/* Before it is pushed, nobody else has it. */}
      {url && isPushed ? (
        <Link href={url} target="_blank" aria-label={`Commit ${short}`}>
          <code>{short}</code>
        </Link>
      ) : (
        <code>{short}</code>
      )}
      <span>
        in {repository}
        {!isPushed && ', not pushed'}
      </span>
      {pullRequest && (
        <span>
          <Link href={pullRequest.url} target="_blank">
            Pull request #{pullRequest.number}
          </Link>
          : {pullRequest.state}
        </span>
      )}
    </>
  );
}

function LockTrace({ rollback }: { rollback: Rollback }) {
  const locks = useRouteRef(locksRouteRef);
  const { lock, undoneBy } = rollback;
  if (!lock.id) return <>{lock.isWanted ? 'not placed' : 'not wanted'}</>;
  // The roll-forward has taken it off.
  if (undoneBy) return <>taken off since</>;
  if (!locks) return <>placed</>;
  return (
    <Link href={locks()} aria-label="Lock on deploys: placed">
      placed
    </Link>
  );
}

function SlackTrace(props: { slack: NonNullable<Rollback['slack']> }) {
  const { channel, state, sentence, url } = props.slack;
  const words = { pending: 'not sent yet', sent: 'sent', failed: 'not sent' };
  return (
    <>
      {url ? (
        <Link href={url} target="_blank">
          Message in {channel}
        </Link>
      ) : (
        <span>
          {words[state]} to {channel}
        </span>
      )}
      {sentence && <span>{sentence}</span>}
    </>
  );
}
