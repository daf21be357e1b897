import { Fragment } from 'react';
import { EntityLink } from '../EntityLink';

const PERSON_OR_TEAM = /((?:user|group):[a-z0-9._-]+\/[a-z0-9._-]*[a-z0-9])/i;

/** A sentence of the backend in which people and teams have their names, and links to them. */
export function PeopleNamed(props: { sentence: string }) {
  // Every second part is what separates the others.
  const parts = props.sentence.split(PERSON_OR_TEAM);
  return (
    <>
      {parts.map((part, index) =>
        index % 2 === 1 ? (
          <EntityLink key={index} entityRef={part} />
        ) : (
          <Fragment key={index}>{part}</Fragment>
        ),
      )}
    </>
  );
}
