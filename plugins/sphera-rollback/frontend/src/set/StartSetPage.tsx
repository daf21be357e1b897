import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Container, Flex, Text } from '@backstage/ui';
import { useOperation } from '@sphera/plugin-operations-react';
import { planRollbackSet } from '@sphera/plugin-rollback-common';
import { useFleet } from '@sphera/plugin-services-react';
import { useSearchParams } from 'react-router-dom';
import { EnvironmentChoice } from '../start/EnvironmentChoice';
import { MomentChoice } from './MomentChoice';
import { readSetPlace, type SetPlace, writeSetPlace } from './setAddress';
import { SetPlanPane } from './SetPlanPane';
import { SystemField } from './SystemField';
import styles from './set.module.css';

const NOTHING = { system: '', environment: '', at: '' };

/** Where one chooses a system and a moment, sees what bringing it back would change, and does it. */
export function StartSetPage() {
  const [query, setQuery] = useSearchParams();
  const place = readSetPlace(query);
  const { environments } = useFleet();
  const change = (changes: SetPlace) =>
    setQuery(writeSetPlace({ ...place, ...changes }), { replace: true });
  const wish = wishOf(place);
  const plan = useOperation(planRollbackSet, wish ?? NOTHING, {
    enabled: Boolean(wish),
  });
  return (
    <main>
      <Container>
        <Flex direction="column" gap="4" pt="2" pb="8">
          <Text as="h2" variant="title-small" weight="bold">
            Roll back a system
          </Text>
          <div className={styles.choice}>
            <SystemField
              value={place.system && fullRef(place.system)}
              onChange={system => change({ system })}
            />
            <div className={styles.environment}>
              {/* The choice says it itself to who cannot see it. */}
              <Text variant="body-small" aria-hidden>
                Environment
              </Text>
              <EnvironmentChoice
                environments={environments.map(({ name }) => ({
                  environment: name,
                  files: [],
                }))}
                chosen={place.environment}
                onChoose={environment => change({ environment })}
              />
            </div>
            <MomentChoice
              value={place.at}
              onChange={at => change({ at })}
              error={plan.error}
            />
          </div>
          {wish ? (
            <SetPlanPane
              key={JSON.stringify(wish)}
              plan={plan.data}
              error={plan.error}
              reload={() => void plan.refetch()}
            />
          ) : (
            <Text color="secondary">
              Choose all three, and what would change stands here. Nothing
              changes before you have seen it.
            </Text>
          )}
        </Flex>
      </Container>
    </main>
  );
}

function wishOf({ system, environment, at }: SetPlace) {
  return system && environment && at ? { system, environment, at } : undefined;
}

// People write addresses by hand: `?system=selling`.
function fullRef(system: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(system, {
        defaultKind: 'system',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    return system;
  }
}
