import { Badge, Flex, Text } from '@backstage/ui';
import { RiCalendarScheduleLine } from '@remixicon/react';
import { deleteWindow, FreezeWindow } from '@sphera/plugin-locks-common';
import {
  Actor,
  OperationButton,
  TimeAgo,
  useNow,
} from '@sphera/plugin-operations-react';
import { useId } from 'react';
import { Facts } from '../locks/Facts';
import { ItemFrame } from '../locks/ItemFrame';
import styles from '../locks/ItemFrame.module.css';
import { LockedPlace } from '../locks/LockedPlace';
import { actionsInWords } from '../words';
import { Occurrences } from './Occurrences';
import { useWindowDialogs } from './useWindowDialogs';
import { isOpen, spanInWords } from './words';

/** One freeze window: when it comes back, on what, why, and its next five times. */
export function WindowItem(props: { window: FreezeWindow }) {
  const { window } = props;
  const titleId = useId();
  const open = isOpen(window, useNow());
  const [next] = window.next;
  return (
    <ItemFrame
      titleId={titleId}
      icon={<RiCalendarScheduleLine size={20} aria-hidden />}
      mark={open ? 'frozen' : undefined}
      deed={
        window.origin === 'page' ? <DeleteButton window={window} /> : undefined
      }
    >
      <Flex gap="2" align="center" style={{ flexWrap: 'wrap' }}>
        <Text as="h3" id={titleId} weight="bold">
          {spanInWords(window)}
        </Text>
        {open && <Badge size="small">Open now</Badge>}
      </Flex>
      <Text>{window.reason}</Text>
      <Facts>
        <li>
          <LockedPlace lock={window} />
        </li>
        <li>Holds back {actionsInWords(window.actions)}</li>
        <li>
          {window.createdBy ? (
            <>
              set by <Actor actor={window.createdBy} />
            </>
          ) : (
            'set in the configuration'
          )}
        </li>
        {next && (
          <li>
            {open ? 'ends ' : 'begins '}
            <TimeAgo time={open ? next.end : next.start} />
          </li>
        )}
      </Facts>
      <details className={styles.times}>
        <summary>Next five times</summary>
        <Occurrences
          times={window.next}
          timeZone={window.timeZone}
          aria-label="Next five times"
        />
      </details>
    </ItemFrame>
  );
}

function DeleteButton(props: { window: FreezeWindow }) {
  const { window } = props;
  const dialogs = useWindowDialogs();
  return (
    <OperationButton
      operation={deleteWindow}
      target={{ service: window.service, environment: window.environment }}
      variant="secondary"
      aria-label={`Delete window: ${window.reason}`}
      onPress={() => dialogs.delete(window)}
    >
      Delete
    </OperationButton>
  );
}
