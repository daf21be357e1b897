import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { defineOperation, Target } from '@sphera/plugin-operations-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { z } from 'zod/v3';
import { OperationButton } from './OperationButton';

const paint = defineOperation({
  plugin: 'sphera-walls',
  name: 'paint',
  title: 'Paint',
  description: 'Paints.',
  effect: 'write',
  input: z.object({}),
  output: z.object({}),
});

function renderButton(
  target: Target,
  result: AuthorizeResult.ALLOW | AuthorizeResult.DENY,
) {
  const onPress = jest.fn();
  const authorize = jest.fn(() => result);
  renderInTestApp(
    <OperationButton operation={paint} target={target} onPress={onPress}>
      Paint it
    </OperationButton>,
    { apis: [[permissionApiRef, mockApis.permission({ authorize })]] },
  );
  return { onPress, authorize };
}

describe('OperationButton', () => {
  it('works for who may', async () => {
    const { onPress } = renderButton({}, AuthorizeResult.ALLOW);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Paint it' }),
    );
    expect(onPress).toHaveBeenCalled();
  });

  it('asks on the target and tells who may not why it rests', async () => {
    const { authorize } = renderButton(
      { service: 'component:default/shed', environment: 'staging' },
      AuthorizeResult.DENY,
    );
    const button = await screen.findByRole('button', { name: 'Paint it' });
    await waitFor(() => expect(button).toBeDisabled());
    expect(button).toHaveAccessibleDescription(
      'You may not do this here: Paint',
    );
    expect(authorize).toHaveBeenCalledWith(
      expect.objectContaining({
        resourceRef: 'service=component%3Adefault%2Fshed&environment=staging',
      }),
    );
  });
});
