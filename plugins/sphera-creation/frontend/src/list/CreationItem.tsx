import { Link, Text } from '@backstage/ui';
import type { Creation } from '@sphera/plugin-creation-common';
import {
  Actor,
  asSentence,
  EntityLink,
  RecordItem,
  TimeAgo,
} from '@sphera/plugin-operations-react';
import { StateMark } from '../parts/StateMark';
import { useCreationLinks } from '../parts/useCreationLinks';
import { whereItStands } from './whereItStands';

/** One creation of a list: what was to be, for whom, and how far it is. */
export function CreationItem(props: { creation: Creation }) {
  const { creation } = props;
  const { id, state, draft, startedBy, startedAt } = creation;
  const links = useCreationLinks();
  const stands = whereItStands(creation);
  return (
    <RecordItem
      what={
        <>
          <Link href={links.toCreation(id)} weight="bold">
            {draft.name}
          </Link>
          <Text color="secondary">{draft.kind}</Text>
        </>
      }
      state={<StateMark state={state} />}
      why={
        <>
          {stands && <Text as="p">{asSentence(stands)}</Text>}
          <Text as="p" color="secondary">
            {draft.purpose}
          </Text>
        </>
      }
      notes={
        <>
          for <EntityLink entityRef={draft.owner} />, by{' '}
          <Actor actor={startedBy} />, <TimeAgo time={startedAt} />
        </>
      }
    />
  );
}
