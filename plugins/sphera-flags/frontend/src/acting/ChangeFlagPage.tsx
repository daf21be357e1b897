import { ChangeForm } from './ChangeForm';
import { OneFlagPage } from './OneFlagPage';

/** Where a flag is changed. */
export function ChangeFlagPage() {
  return (
    <OneFlagPage>
      {(flag, look) => (
        <ChangeForm key={flag.flag} flag={flag} onConflict={look} />
      )}
    </OneFlagPage>
  );
}
