import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Alert, Button, Flex, Text } from '@backstage/ui';
import { Logo } from '../brand/Logo';
import { Orbits } from '../brand/Orbits';
import styles from './SignInCard.module.css';
import { Colleagues } from './Colleagues';
import type { SignInState } from './useSignIn';
import type { WayIn } from './waysIn';

/** The face of the portal for somebody who is not signed in. */
export function SignInCard(props: {
  ways: WayIn[];
  state: SignInState;
  onChoose: (way: WayIn) => void;
}) {
  const { ways, state, onChoose } = props;
  const company = useApi(configApiRef).getOptionalString('organization.name');
  const buttons = ways.filter(({ colleague }) => !colleague);
  const colleagues = ways.filter(({ colleague }) => colleague);
  const problem = state.step === 'choosing' ? state.problem : undefined;
  return (
    <main className={styles.page}>
      <Orbits className={styles.orbits} />
      <div className={styles.greeting}>
        <Logo size={56} />
        <p className={styles.promise}>
          Find, create and run every service
          {company ? ` of ${company}` : ''}.
        </p>
      </div>
      <section className={styles.card} aria-label="Sign in">
        <Flex direction="column" gap="5">
          <Text as="h1" variant="title-small" weight="bold">
            Sign in
          </Text>
          {problem && (
            <Alert
              role="alert"
              status="danger"
              title="You could not be signed in"
              description={problem}
            />
          )}
          {ways.length === 0 && (
            <Alert
              status="warning"
              title="Nobody can sign in yet"
              description="The configuration offers no way in: it needs an entry under auth.providers."
            />
          )}
          {buttons.map((way, index) => (
            <Flex key={way.id} direction="column" gap="2">
              <Button
                className={styles.way}
                size="medium"
                variant={index === 0 ? 'primary' : 'secondary'}
                isPending={state.step === 'entering' && state.way === way}
                isDisabled={state.step === 'entering' && state.way !== way}
                onPress={() => onChoose(way)}
              >
                {way.label}
              </Button>
              <Text variant="body-small" color="secondary">
                {way.explanation}
              </Text>
            </Flex>
          ))}
          {colleagues.length > 0 && (
            <Colleagues
              ways={colleagues}
              isDisabled={state.step === 'entering'}
              onChoose={onChoose}
            />
          )}
        </Flex>
      </section>
    </main>
  );
}
