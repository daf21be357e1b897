export const ORGANIZATION = 'kestrel-parcels';
/** None of them may ever be read anywhere. */
export const TOKENS: Record<string, string> = {
  'sphera-portal': 'portal-on-github-of-a-test-Qm7tRb2n',
  'dana-okafor': 'dana-on-github-of-a-test-Zk5vXw9q',
  'noor-haddad': 'noor-on-github-of-a-test-Hw8cTp3s',
};
