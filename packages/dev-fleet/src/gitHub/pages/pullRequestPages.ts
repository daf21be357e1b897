import type { ServerResponse } from 'node:http';
import { runGit } from '../../git/runGit';
import { html, type Html } from '../../neighbours/html';
import { page, sendPage } from '../../neighbours/page';
import type { PullRequestBook } from '../pullRequests/PullRequestBook';
import { oldPullRequestPage, pullRequestPage } from './pullRequestPage';

const nothing = page({
  title: 'Not found',
  body: html`<h1>There is no such pull request</h1>`,
});

/** Answers with the page of a pull request. */
export async function sendPullRequest(
  response: ServerResponse,
  book: PullRequestBook,
  number: number,
): Promise<void> {
  const found = (await book.list()).find(each => each.number === number);
  const content = found
    ? pullRequestPage(book, found)
    : await oldPage(book, number);
  sendPage(response, content ? 200 : 404, content ?? nothing);
}

async function oldPage(
  { repository }: PullRequestBook,
  number: number,
): Promise<Html | undefined> {
  const { folder, branch, name } = repository;
  const log = await runGit(folder, [
    'log',
    '-1',
    '--fixed-strings',
    `--grep=(#${number})`,
    '--format=%H %s',
    branch,
    '--',
  ]);
  const [, hash, subject] = /^(\S+) (.*)$/m.exec(log) ?? [];
  return hash ? oldPullRequestPage(name, number, { hash, subject }) : undefined;
}
