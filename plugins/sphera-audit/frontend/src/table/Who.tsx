import { Flex } from '@backstage/ui';
import { Actor } from '@sphera/plugin-operations-react';
import { RiRobot2Line, RiUserLine } from '@remixicon/react';
import type { AuditRecord } from '@sphera/plugin-audit-common';

/** Who did something: a person, linked, or a program, and which of both. */
export function Who(props: {
  record: Pick<AuditRecord, 'actor' | 'actorKind'>;
}) {
  const { actor, actorKind } = props.record;
  const isProgram = actorKind === 'service';
  const Icon = isProgram ? RiRobot2Line : RiUserLine;
  return (
    <Flex align="center" gap="2">
      <Icon
        size={16}
        color="var(--bui-fg-secondary)"
        role="img"
        aria-label={isProgram ? 'Program' : 'Person'}
      />
      <span>
        <Actor actor={actor} />
      </span>
    </Flex>
  );
}
