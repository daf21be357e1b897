type Signer = typeof import('aws-msk-iam-sasl-signer-js');

/** AWS's code is loaded only where it is wanted: an agent has little memory. */
const loadSigner = (): Promise<Pick<Signer, 'generateAuthToken'>> =>
  import('aws-msk-iam-sasl-signer-js');

/**
 * What Amazon MSK lets in an IAM identity by: a signed address, good for fifteen minutes, of the credentials that AWS's
 * own tools would find.
 */
export async function awsToken(
  region: string,
  load = loadSigner,
): Promise<string> {
  const { generateAuthToken } = await load();
  const { token } = await generateAuthToken({ region });
  return token;
}
