import type { ServerResponse } from 'node:http';
import { html, type Html } from '../../neighbours/html';
import { page, sendPage } from '../../neighbours/page';
import type { CiRun, JobState } from '../CiRun';

const SIGNS: Record<JobState, string> = {
  queued: '○',
  in_progress: '◐',
  success: '✓',
  failure: '✗',
  skipped: '–',
};

const WORDS: Record<JobState, string> = {
  queued: 'waits',
  in_progress: 'runs',
  success: 'passed',
  failure: 'failed',
  skipped: 'skipped',
};

/** Seconds until a page with something that goes on loads itself again. */
const REFRESH = 2;

/** Answers with the runs of a repository, or with one of them. */
export async function sendRuns(
  response: ServerResponse,
  repository: string,
  runs: CiRun[],
  id?: string,
): Promise<void> {
  const shown = id ? runs.filter(run => String(run.id) === id) : runs;
  const goesOn = shown.some(({ jobs }) =>
    jobs.some(({ state }) => state === 'queued' || state === 'in_progress'),
  );
  const isFound = !id || shown.length > 0;
  const body = html`<h1>
      <a href="/${repository}">${repository}</a>:
      ${id ? html`run ${id}` : 'runs'}
    </h1>
    ${shown.length === 0 &&
    html`<p>
      ${id
        ? 'There is no such run.'
        : 'Nothing has run yet: workflows run when somebody pushes.'}
    </p>`}
    ${shown.map(run => section(run))}`;
  sendPage(
    response,
    isFound ? 200 : 404,
    page({
      title: `Actions of ${repository}`,
      body,
      ...(goesOn && { refresh: REFRESH }),
    }),
  );
}

function section(run: CiRun): Html {
  return html`<h2>
      <a href="/${run.repository}/actions/runs/${run.id}">#${run.id}</a>
      <a href="/${run.repository}/commit/${run.commit}"
        ><code>${run.commit.slice(0, 12)}</code></a
      >
      on ${run.branch}
    </h2>
    <p class="faint">
      ${run.event === 'push' ? 'A push' : 'For a pull request'},
      ${new Date(run.startedAt).toISOString()}
    </p>
    <ul>
      ${run.jobs.map(
        ({ name, state, note }) =>
          html`<li>
            ${SIGNS[state]} ${name} ${WORDS[state]}${note && `: ${note}`}
          </li>`,
      )}
    </ul>`;
}
