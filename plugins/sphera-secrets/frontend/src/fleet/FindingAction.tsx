import { ButtonLink } from '@backstage/ui';
import { OperationButton } from '@sphera/plugin-operations-react';
import {
  adoptSecret,
  copySecret,
  type Finding,
} from '@sphera/plugin-secrets-common';
import { useServiceLinks } from '@sphera/plugin-services-react';
import type { SecretsDialogs } from '../dialogs/SecretsDialogs';

/** The one thing to do about a finding. */
export function FindingAction(props: {
  finding: Finding;
  dialogs: SecretsDialogs;
}) {
  const { finding, dialogs } = props;
  const { service, name, environment, regions, fullNames } = finding;
  const { toTab } = useServiceLinks();
  const places = regions.map(region => ({ environment, region }));
  switch (finding.kind) {
    case 'missing':
    case 'stale':
    case 'different':
      if (!service) return null;
      return (
        <OperationButton
          operation={copySecret}
          target={{ service, environment }}
          size="small"
          variant="secondary"
          aria-label={`Mend ${name}`}
          onPress={() => dialogs.copy({ service, names: [name], to: places })}
        >
          Mend
        </OperationButton>
      );
    case 'not-to-standard':
    case 'unowned':
      return (
        <OperationButton
          operation={adoptSecret}
          target={
            finding.kind === 'unowned'
              ? { environment, region: regions[0] }
              : { service, environment, region: regions[0] }
          }
          size="small"
          variant="secondary"
          aria-label={`Adopt ${name}`}
          onPress={() =>
            dialogs.adopt({
              service,
              name,
              fullName: fullNames[0],
              place: places[0],
              also: places.slice(1),
            })
          }
        >
          Adopt
        </OperationButton>
      );
    default:
      if (!service) return null;
      return (
        <ButtonLink
          size="small"
          variant="tertiary"
          href={`${toTab(service, 'secrets')}?${new URLSearchParams({
            secret: name,
          })}`}
          aria-label={`Look at ${name}`}
        >
          Look
        </ButtonLink>
      );
  }
}
