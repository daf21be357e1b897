import { Button, Flex } from '@backstage/ui';
import { freezeMerges, lock } from '@sphera/plugin-locks-common';
import { OperationButton } from '@sphera/plugin-operations-react';
import { RiGitMergeLine, RiLockFill, RiLockLine } from '@remixicon/react';
import { useLockDialogs } from '../dialogs/useLockDialogs';

const SIZE = { initial: 'small', sm: 'medium' } as const;

/** What one can do about the whole fleet, or about a service that is not at hand. */
export function LockActions() {
  const dialogs = useLockDialogs();
  return (
    <Flex gap="2" style={{ flexWrap: 'wrap' }}>
      <Button
        variant="secondary"
        size={SIZE}
        iconStart={<RiLockLine />}
        onPress={() => dialogs.lock({ kind: 'choose' })}
      >
        Lock a service…
      </Button>
      <OperationButton
        operation={freezeMerges}
        target={{}}
        variant="secondary"
        size={SIZE}
        iconStart={<RiGitMergeLine />}
        onPress={() => dialogs.freezeMerges()}
      >
        Freeze merges
      </OperationButton>
      <OperationButton
        operation={lock}
        target={{}}
        destructive
        size={SIZE}
        iconStart={<RiLockFill />}
        onPress={() => dialogs.lock({ kind: 'everything' })}
      >
        Lock everything
      </OperationButton>
    </Flex>
  );
}
