import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AuditOfTest, record } from './__testUtils__/AuditOfTest';
import { renderAudit } from './__testUtils__/renderAudit';
import { AuditPage } from './AuditPage';

const address = () =>
  new URLSearchParams(screen.getByTestId('address').textContent ?? '');

function open(options: { search?: string; audit?: AuditOfTest } = {}) {
  const audit = options.audit ?? new AuditOfTest();
  if (!options.audit) {
    audit.records = [
      record({
        seq: 6,
        actor: 'user:default/omar',
        operation: 'sphera-locks:freeze-merges',
        service: undefined,
        environment: undefined,
        outcome: 'refused',
        error: 'NotAllowedError: You may not',
      }),
      record({
        seq: 4,
        actor: 'ci-pipeline',
        actorKind: 'service',
        door: 'mcp',
      }),
      record({ seq: 2 }),
    ];
  }
  return { audit, ...renderAudit(<AuditPage />, { audit, ...options }) };
}

async function choose(filter: string, choice: string) {
  await userEvent.click(
    await screen.findByRole('button', { name: new RegExp(`${filter}`) }),
  );
  await userEvent.click(await screen.findByRole('option', { name: choice }));
}

describe('the audit page', () => {
  it('tells who did what, on what, and how it ended', async () => {
    open();
    expect(await screen.findByText('3 actions')).toBeInTheDocument();
    const [, omar, pipeline, dana] = await screen.findAllByRole('row');
    expect(omar).toHaveTextContent('omar');
    expect(omar).toHaveTextContent('tried to freeze merges');
    expect(omar).toHaveTextContent('NotAllowedError: You may not');
    expect(omar).toHaveTextContent('Refused');
    expect(
      within(pipeline).getByRole('img', { name: 'Program' }),
    ).toBeInTheDocument();
    expect(pipeline).toHaveTextContent('AI agent');
    expect(dana).toHaveTextContent('locked');
    expect(dana).toHaveTextContent('incident 4711');
    expect(dana).toHaveTextContent('payments');
    expect(dana).toHaveTextContent('Succeeded');
    expect(dana).toHaveTextContent('Page or API');
  });

  it('finds what one person did, and keeps the search in the address', async () => {
    open();
    await screen.findByText('3 actions');
    await choose('Person', 'omar');
    expect(await screen.findByText('1 action')).toBeInTheDocument();
    expect(address().get('actor')).toBe('user:default/omar');
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(await screen.findByText('3 actions')).toBeInTheDocument();
    expect(address().toString()).toBe('');
  });

  it('opens with the search that an address asks for', async () => {
    const { audit } = open({
      search: '?operation=sphera-locks:lock&outcome=succeeded&range=P7D',
    });
    expect(await screen.findByText('2 actions')).toBeInTheDocument();
    const { operation, outcome, from } = audit.searches[0] as any;
    expect({ operation, outcome }).toEqual({
      operation: 'sphera-locks:lock',
      outcome: 'succeeded',
    });
    const days = (Date.now() - Date.parse(from)) / 86_400_000;
    expect(days).toBeGreaterThanOrEqual(7);
    expect(days).toBeLessThan(7.01);
  });

  it('searches words as they are typed', async () => {
    open();
    await screen.findByText('3 actions');
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search reasons and errors' }),
      'no such reason',
    );
    expect(await screen.findByText('No action matches')).toBeInTheDocument();
    await waitFor(() => expect(address().get('text')).toBe('no such reason'));
  });

  it('searches the days that were chosen from a calendar', async () => {
    const { audit } = open({
      search: '?from=2026-11-01T00:00:00.000Z&to=2026-11-03T00:00:00.000Z',
    });
    await screen.findByText('3 actions');
    expect(audit.searches[0]).toMatchObject({
      from: '2026-11-01T00:00:00.000Z',
      to: '2026-11-03T00:00:00.000Z',
    });
    expect(
      screen.getByRole('group', { name: 'Chosen days' }),
    ).toHaveTextContent(/11.*1.*2026.*11.*2.*2026/);
  });

  it('opens a row to the full record', async () => {
    open();
    await screen.findByText('3 actions');
    await userEvent.click((await screen.findAllByRole('row'))[3]);
    const dialog = await screen.findByRole('dialog');
    expect(
      await within(dialog).findByText('dana locked – payments'),
    ).toBeInTheDocument();
    expect(dialog).toHaveTextContent('deploy, merge');
    expect(dialog).toHaveTextContent('lock-9');
    expect(dialog).toHaveTextContent('Page or API, 10.0.0.7');
    expect(within(dialog).getByLabelText('Hash')).toHaveTextContent(
      'b'.repeat(64),
    );
    expect(address().get('action')).toBe('action-2');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'As it is stored' }),
    );
    expect(dialog).toHaveTextContent('"previousHash": "aaaa');
  });

  it('opens at one action by its address, with its start and its outcome', async () => {
    const audit = new AuditOfTest();
    audit.records = [
      record({ seq: 2, correlation: 'one' }),
      record({
        seq: 1,
        correlation: 'one',
        outcome: 'initiated',
        occurredAt: '2026-11-24T12:00:00.000Z',
      }),
    ];
    open({ audit, search: '?action=one' });
    const dialog = await screen.findByRole('dialog');
    expect(
      await within(dialog).findByText('Records 1 and 2 of the log'),
    ).toBeInTheDocument();
    expect(dialog).toHaveTextContent('250 ms');
  });

  it('turns pages, there and back', async () => {
    const audit = new AuditOfTest();
    audit.records = Array.from({ length: 120 }, (_, n) =>
      record({ seq: 120 - n, reason: `number ${120 - n}` }),
    );
    open({ audit });
    expect(await screen.findByText('120 actions')).toBeInTheDocument();
    await userEvent.click(await screen.findByRole('button', { name: /next/i }));
    expect(await screen.findByText('number 70')).toBeInTheDocument();
    expect(address().get('cursor')).toBe('50');
    await userEvent.click(screen.getByRole('button', { name: /previous/i }));
    expect(await screen.findByText('number 120')).toBeInTheDocument();
    expect(address().get('cursor')).toBeNull();
  });

  it('says what to expect where nothing has been done yet', async () => {
    open({ audit: new AuditOfTest() });
    expect(
      await screen.findByText('Nothing has been done yet'),
    ).toBeInTheDocument();
  });

  it('offers to try again where the log cannot be read', async () => {
    const audit = new AuditOfTest();
    audit.records = [record()];
    audit.fail(503);
    open({ audit });
    expect(
      await screen.findByText('The audit log cannot be read right now'),
    ).toBeInTheDocument();
    audit.fail();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('1 action')).toBeInTheDocument();
  });

  it('says so where the log is not open to the person', async () => {
    const audit = new AuditOfTest();
    audit.fail(403, 'You may not do "List audit events"');
    open({ audit });
    expect(
      await screen.findByText('Audit events are not open to you'),
    ).toBeInTheDocument();
  });

  it('verifies the log, and says that it is as it was written', async () => {
    open();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Verify' }),
    );
    expect(
      await screen.findByText('2 records, none changed, removed or inserted'),
    ).toBeInTheDocument();
  });

  it('verifies the log, and names the record that was changed', async () => {
    const { audit } = open();
    audit.verification = {
      ...audit.verification,
      ok: false,
      firstBad: {
        seq: 2,
        problem: 'changed',
        explanation: 'Record 2 was changed',
      },
    };
    await userEvent.click(
      await screen.findByRole('button', { name: 'Verify' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Record 2 was changed',
    );
  });
});

describe('the export', () => {
  const saved: Array<{ name: string }> = [];
  beforeEach(() => {
    saved.length = 0;
    URL.createObjectURL = () => 'blob:export';
    URL.revokeObjectURL = () => {};
    jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function click(this: HTMLAnchorElement) {
        saved.push({ name: this.download });
      });
  });
  afterEach(() => jest.restoreAllMocks());

  const startExport = async (fetch: jest.Mock) => {
    const audit = new AuditOfTest();
    audit.records = [record()];
    const page = renderAudit(<AuditPage />, {
      audit,
      search: '?actor=user:default/dana',
      fetch,
    });
    await screen.findByText('1 action');
    await userEvent.click(screen.getByRole('button', { name: 'Export' }));
    await userEvent.click(
      await screen.findByRole('menuitem', { name: /^CSV/ }),
    );
    return page;
  };

  it('saves what the filters leave as a file', async () => {
    const fetch = jest.fn().mockResolvedValue(
      new Response('seq\n2\n', {
        headers: {
          'content-disposition': 'attachment; filename="audit-2026-11-24.csv"',
        },
      }),
    );
    await startExport(fetch);
    await waitFor(() =>
      expect(saved).toEqual([{ name: 'audit-2026-11-24.csv' }]),
    );
    expect(fetch.mock.calls[0][0]).toBe(
      'plugin://sphera-audit/v1/export-events?actor=user%3Adefault%2Fdana&format=csv',
    );
  });

  it('says why it did not come through', async () => {
    const fetch = jest.fn().mockRejectedValue(new TypeError('Failed to fetch'));
    const { toast } = await startExport(fetch);
    await waitFor(() =>
      expect(toast.post).toHaveBeenCalledWith(
        expect.objectContaining({ title: 'The export did not come through' }),
      ),
    );
    expect(saved).toEqual([]);
  });
});
