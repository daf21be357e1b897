import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { defineOperation, Target } from '@sphera/plugin-operations-common';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
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

/** Walls that are taken off the page once they are painted. */
function Walls() {
  const [walls, setWalls] = useState(['north', 'south']);
  return (
    <section aria-label="Walls">
      {walls.map(wall => (
        <section key={wall} aria-label={wall}>
          <OperationButton
            operation={paint}
            target={{}}
            onPress={() => setWalls(walls.filter(one => one !== wall))}
          >
            {`Paint ${wall}`}
          </OperationButton>
        </section>
      ))}
    </section>
  );
}

describe('OperationButton', () => {
  it('keeps what the page says of it where the person may press it', async () => {
    const authorize = () => AuthorizeResult.ALLOW;
    renderInTestApp(
      <>
        <OperationButton operation={paint} target={{}} aria-describedby="why">
          Paint it
        </OperationButton>
        <p id="why">The wall is grey.</p>
      </>,
      { apis: [[permissionApiRef, mockApis.permission({ authorize })]] },
    );
    expect(
      await screen.findByRole('button', { name: 'Paint it' }),
    ).toHaveAccessibleDescription('The wall is grey.');
  });

  it('hands the focus to what is around it where it leaves the page', async () => {
    const authorize = () => AuthorizeResult.ALLOW;
    renderInTestApp(<Walls />, {
      apis: [[permissionApiRef, mockApis.permission({ authorize })]],
    });
    const button = await screen.findByRole('button', { name: 'Paint north' });
    await waitFor(() => expect(button).toBeEnabled());
    act(() => button.focus());
    await userEvent.keyboard('{Enter}');
    const walls = screen.getByRole('region', { name: 'Walls' });
    await waitFor(() => expect(walls).toHaveFocus());
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'Paint south' })).toHaveFocus();
    expect(walls).not.toHaveAttribute('tabindex');
  });

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
