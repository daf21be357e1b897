const address = () =>
  `http://127.0.0.1:${process.env.SPHERA_TEST_CLUSTERS_PORT}`;

/** The demo company's account for each environment, from packages/dev-fleet. */
const accounts = { staging: '111111111111', production: '222222222222' };

/** Where secrets are kept. */
export interface Place {
  environment: keyof typeof accounts;
  region: 'eu-central-1' | 'us-east-1' | 'ap-southeast-2';
}

/**
 * Lets AWS go down in one place, deny calls, or be well again (`none`).
 *
 * @param apis - calls that it is about, like `CreateSecret`; absent: all of them
 */
export async function setAwsFault(
  { environment, region }: Place,
  fault: 'down' | 'denied' | 'none',
  apis?: string[],
): Promise<void> {
  const account = accounts[environment];
  await ask('/faults', { account, region, fault, apis });
}

/**
 * Asks Secrets Manager itself, past the portal, as somebody does in the console of AWS.
 *
 * @param api - like `CreateSecret`
 * @param input - as AWS takes it
 */
export async function inConsole(
  { environment, region }: Place,
  api: string,
  input: object,
): Promise<void> {
  const { key, token } = await assumeRole(accounts[environment]);
  await ask('/secrets-manager', input, {
    ...signedBy(key, region, 'secretsmanager'),
    'x-amz-security-token': token,
    'x-amz-target': `secretsmanager.${api}`,
  });
}

async function assumeRole(account: string) {
  const answer = await ask(
    '/sts',
    new URLSearchParams({
      Action: 'AssumeRole',
      Version: '2011-06-15',
      RoleArn: `arn:aws:iam::${account}:role/sphera-secrets`,
      RoleSessionName: 'console',
    }),
    signedBy('sphera-portal-on-a-laptop', 'us-east-1', 'sts'),
  );
  const field = (name: string) =>
    new RegExp(`<${name}>(.*?)</${name}>`).exec(answer)?.[1] ?? '';
  return { key: field('AccessKeyId'), token: field('SessionToken') };
}

// The stand-in reads whose key it is and for which region, and verifies no more.
function signedBy(key: string, region: string, service: string) {
  return {
    authorization: `AWS4-HMAC-SHA256 Credential=${key}/20260101/${region}/${service}/aws4_request`,
  };
}

async function ask(
  path: string,
  input: object,
  headers: Record<string, string> = {},
): Promise<string> {
  const isForm = input instanceof URLSearchParams;
  const response = await fetch(`${address()}${path}`, {
    method: 'POST',
    headers: {
      ...headers,
      ...(!isForm && { 'content-type': 'application/json' }),
    },
    body: isForm ? input : JSON.stringify(input),
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${path} answered ${response.status}: ${text}`);
  }
  return text;
}
