import { ButtonLink } from '@backstage/ui';

/** Leaves a form without doing anything. */
export function CancelLink(props: { href: string }) {
  return (
    <ButtonLink variant="tertiary" size="medium" href={props.href}>
      Cancel
    </ButtonLink>
  );
}
