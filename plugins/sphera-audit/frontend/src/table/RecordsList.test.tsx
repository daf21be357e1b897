import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AuditOfTest, record } from '../__testUtils__/AuditOfTest';
import { renderAudit } from '../__testUtils__/renderAudit';
import { AuditPage } from '../AuditPage';

// Before anything is drawn: how wide the screen is, is asked only once.
window.innerWidth = 390;

it('shows the audit log as a list where the screen is narrow', async () => {
  const audit = new AuditOfTest();
  audit.records = [record()];
  renderAudit(<AuditPage />, { audit });
  const [item] = await screen.findAllByRole('listitem');
  expect(item).toHaveTextContent('dana');
  expect(item).toHaveTextContent('locked');
  expect(item).toHaveTextContent('Succeeded');
  await userEvent.click(
    within(item).getByRole('button', { name: 'Open: locked' }),
  );
  expect(await screen.findByText('dana locked – payments')).toBeInTheDocument();
});
