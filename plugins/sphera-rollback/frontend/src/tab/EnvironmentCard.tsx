import { Box, Button, ButtonLink, Text } from '@backstage/ui';
import { RiErrorWarningLine, RiHistoryLine } from '@remixicon/react';
import type { Layout } from '@sphera/plugin-rollback-common';
import { useFleet } from '@sphera/plugin-services-react';
import { useId } from 'react';
import { environmentInWords, regionsInWords } from '../parts/placeWords';
import { useRollbackLinks } from '../parts/useRollbackLinks';
import styles from './tab.module.css';

type OfEnvironment = Layout['environments'][number];

/** An environment: what is to run in each region, and the way back. */
export function EnvironmentCard(props: {
  /** Entity ref. */
  service: string;
  layout: OfEnvironment;
  /** Whether its history stands below. */
  isShown: boolean;
  onShow(): void;
}) {
  const { service, layout, isShown, onShow } = props;
  const { environment, files, problem } = layout;
  const fleet = useFleet();
  const links = useRollbackLinks();
  const title = environmentInWords(fleet, environment);
  const id = useId();
  return (
    <Box
      as="section"
      bg="neutral"
      className={styles.card}
      data-shown={isShown || undefined}
      aria-labelledby={id}
    >
      <Text as="h3" id={id} variant="body-medium" weight="bold">
        {title}
      </Text>
      {problem && (
        <Text as="p">
          <Warning /> {problem}
        </Text>
      )}
      <dl className={styles.running}>
        {files.map(file => (
          <Running key={`${file.repository}:${file.path}`} file={file} />
        ))}
      </dl>
      <div className={styles.buttons}>
        {files.length > 0 && (
          <ButtonLink
            size="small"
            variant={isShown ? 'primary' : 'secondary'}
            iconStart={<RiHistoryLine />}
            href={links.toStart({ service, environment })}
            aria-label={`Roll back in ${title}…`}
          >
            Roll back…
          </ButtonLink>
        )}
        {!isShown && (
          <Button
            size="small"
            variant="tertiary"
            onPress={onShow}
            aria-label={`Versions in ${title}`}
          >
            Versions
          </Button>
        )}
      </div>
    </Box>
  );
}

function Running(props: { file: OfEnvironment['files'][number] }) {
  const { regions, version, problem } = props.file;
  const fleet = useFleet();
  return (
    <div>
      <dt>{regionsInWords(fleet, regions)}</dt>
      <dd>
        {version ?? (
          <>
            <Warning /> {problem ?? 'not known'}
          </>
        )}
      </dd>
    </div>
  );
}

function Warning() {
  return (
    <RiErrorWarningLine size={16} className={styles.warning} aria-hidden />
  );
}
