import { EntityLink } from './EntityLink';

const PERSON_OR_TEAM = /^(user|group):[^/]+\/[^/]+$/i;

/** Who did something: a person of the catalog is linked, a program is named. */
export function Actor(props: {
  /** Entity ref of a person or team, or the name of a program. */
  actor: string;
}) {
  const { actor } = props;
  if (!PERSON_OR_TEAM.test(actor)) return <>{actor}</>;
  return <EntityLink entityRef={actor} />;
}
