export * from './createSigningKeys';
export * from './signature';
export * from './Signer';
export * from './Verifier';
