import { accessOf } from './accessOf';

const kafka = { brokers: ['kafka-1:9092'], clientId: 'sphera' };

describe('the way into Kafka', () => {
  it('is open where the settings name neither TLS nor a user', () => {
    expect(accessOf(kafka)).toEqual(kafka);
  });

  it('is over TLS with what the settings trust and prove themselves by', () => {
    const tls = { ca: 'CA', cert: 'CERT', key: 'KEY', serverName: 'kafka' };
    expect(accessOf({ ...kafka, tls }).ssl).toEqual({
      ca: ['CA'],
      cert: 'CERT',
      key: 'KEY',
      servername: 'kafka',
    });
  });

  it('trusts whom Node.js trusts where the settings name nobody', () => {
    expect(accessOf({ ...kafka, tls: {} }).ssl).toEqual({});
  });

  it('is by user name and password', () => {
    const sasl = {
      mechanism: 'scram-sha-512',
      username: 'portal',
      password: 'secret',
    } as const;
    expect(accessOf({ ...kafka, sasl }).sasl).toEqual(sasl);
  });

  it('is by a token of AWS that is made when it is asked for', () => {
    const sasl = { mechanism: 'aws-iam', region: 'eu-central-1' } as const;
    expect(accessOf({ ...kafka, sasl }).sasl).toEqual({
      mechanism: 'oauthbearer',
      oauthBearerProvider: expect.any(Function),
    });
  });
});
