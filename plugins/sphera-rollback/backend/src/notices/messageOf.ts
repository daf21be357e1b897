import { parseEntityRef } from '@backstage/catalog-model';
import { duration } from '@sphera/plugin-operations-node';
import type { MessageText } from '../adapters/slack/Messages';
import type { KeptRollback } from '../running/KeptRollback';
import { headline } from './headline';
import { link, plain, quoted, words } from './mrkdwn';

// The limits of Slack's Block Kit, https://docs.slack.dev/reference/block-kit/blocks, in characters.
const HEADER = 150;
const FIELD = 2_000;
const SECTION = 3_000;
/** Longer texts are shortened in notifications of phones anyway. */
const TEXT = 1_000;

/** What Slack is told of a rollback as it is now. @param page - address of its page in the portal */
export function messageOf(rollback: KeptRollback, page: string): MessageText {
  const { from, version, author, reason, state, sentence, nextStep } = rollback;
  const { name } = parseEntityRef(rollback.service);
  const title = headline(rollback, name);
  return {
    text: words(`${title}: ${from} → ${version} (${author.name})`, TEXT),
    blocks: [
      {
        type: 'header',
        text: { type: 'plain_text', text: plain(title, HEADER) },
      },
      { type: 'section', fields: facts(rollback).map(field) },
      section(`*Why*\n${quoted(reason, SECTION - 6)}`),
      ...(state !== 'running' && sentence
        ? [section(words(sentence, SECTION))]
        : []),
      ...(state === 'failed' && nextStep
        ? [section(`*What now*\n${words(nextStep, SECTION - 11)}`)]
        : []),
      {
        type: 'context',
        elements: [
          mrkdwn(link(page, 'Open it in the portal')),
          mrkdwn(`\`${rollback.id}\``),
        ],
      },
    ],
  };
}

function facts(rollback: KeptRollback): Array<[string, string]> {
  const { from, version, environment, regions, author } = rollback;
  const { startedAt, endedAt } = rollback;
  return [
    ['From', from],
    ['To', version],
    ['Where', `${environment}: ${regions.join(', ')}`],
    ['Who', author.name],
    ...(endedAt === undefined
      ? []
      : [['Took', duration(endedAt - startedAt)] as [string, string]]),
  ];
}

function field([name, value]: [string, string]) {
  return mrkdwn(`*${name}*\n${words(value, FIELD - name.length - 3)}`);
}

function section(text: string) {
  return { type: 'section', text: mrkdwn(text) };
}

/** `verbatim`: addresses and names of people and channels that somebody wrote stay text. */
function mrkdwn(text: string) {
  return { type: 'mrkdwn', text, verbatim: true };
}
