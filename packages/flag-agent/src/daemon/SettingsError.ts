/** The settings are not as they have to be; the message is one sentence, without secrets. */
export class SettingsError extends Error {
  name = 'SettingsError';
}
