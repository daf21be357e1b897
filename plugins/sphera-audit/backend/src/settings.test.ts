import { mockServices } from '@backstage/backend-test-utils';
import { readAuditSettings } from './settings';

const read = (audit: object) =>
  readAuditSettings(mockServices.rootConfig({ data: { sphera: { audit } } }));

describe('the settings of the audit log', () => {
  it('keep everything for good, and store every change, unless told otherwise', () => {
    expect(read({})).toEqual({
      minimumSeverity: 'medium',
      retention: undefined,
      key: undefined,
      oldKeys: [],
    });
  });

  it.each([
    [{ retention: 'two years' }, 'sphera.audit.retention must be an ISO 8601'],
    [{ retention: 'PT1H' }, 'sphera.audit.retention must be an ISO 8601'],
    [
      { minimumSeverity: 'huge' },
      'sphera.audit.minimumSeverity must be one of',
    ],
    [{ key: 'short' }, 'sphera.audit.key must have at least 32 characters'],
    [{ oldKeys: ['short'] }, 'sphera.audit.oldKeys[0] must have at least 32'],
  ])('stop the start where they are wrong: %j', (audit, words) => {
    expect(() => read(audit)).toThrow(words);
  });

  it('never show a key that is wrong', () => {
    expect(() => read({ key: 'hunter2' })).toThrow(/^((?!hunter2).)*$/);
  });
});
