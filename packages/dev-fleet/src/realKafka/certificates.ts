import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Certificates of one test, in PEM. */
export interface Certificates {
  /** What a client trusts. */
  ca: string;
  /** What a client may prove itself by. */
  cert: string;
  key: string;
  /** For the brokers, which prove themselves as 127.0.0.1 and as kafka.example. */
  files: { broker: string; authority: string };
}

/**
 * Makes an authority of its own, and what brokers and a client prove themselves by.
 *
 * @throws Error with what openssl says where it fails
 */
export async function makeCertificates(folder: string): Promise<Certificates> {
  const openssl = (...args: string[]) => run('openssl', args, { cwd: folder });
  const newKey = ['-newkey', 'rsa:2048', '-nodes'];
  const authority = ['-x509', '-subj', '/CN=authority', '-days', '2'];
  const file = (name: string) => join(folder, name);
  await openssl(
    'req',
    ...newKey,
    ...authority,
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
  );

  async function issue(name: string) {
    const names = 'subjectAltName=IP:127.0.0.1,DNS:kafka.example';
    await writeFile(file(`${name}.ext`), names);
    await openssl(
      ...['req', ...newKey, '-subj', `/CN=${name}`],
      ...['-keyout', `${name}.key`, '-out', `${name}.csr`],
    );
    await openssl(
      ...['x509', '-req', '-in', `${name}.csr`, '-days', '2'],
      ...['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'],
      ...['-extfile', `${name}.ext`, '-out', `${name}.pem`],
    );
    return {
      cert: await readFile(file(`${name}.pem`), 'utf8'),
      key: await readFile(file(`${name}.key`), 'utf8'),
    };
  }

  const broker = await issue('broker');
  const files = { broker: file('broker-all.pem'), authority: file('ca.pem') };
  await writeFile(files.broker, broker.key + broker.cert);
  const ca = await readFile(files.authority, 'utf8');
  return { ca, ...(await issue('client')), files };
}
