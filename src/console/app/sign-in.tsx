import { type SubmitEvent, useId, useState } from 'react';
import { ApiError } from '../api/errors.ts';
import type { Session } from '../api/session.ts';
import { useLanguage } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';

/** Asks for the operators' token. @param refused the one kept before was not accepted. */
export function SignIn({
  session,
  refused,
  tryToken,
}: {
  session: Session;
  refused: boolean;
  tryToken: (token: string) => Promise<boolean>;
}) {
  const { t } = useLanguage();
  const [token, setToken] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState(refused ? t.signIn.refused : '');
  const [field, hint, said] = [useId(), useId(), useId()];

  const enter = async (): Promise<void> => {
    const given = token.trim();
    if (given === '') return setFault(t.signIn.missing);
    setBusy(true);
    setFault('');
    try {
      if (await tryToken(given)) session.open(given);
      else setFault(t.signIn.refused);
    } catch (error) {
      setFault(t.faults[error instanceof ApiError ? error.code : 'internal']);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void enter();
  };
  return (
    <div className="mx-auto mt-[12vh] w-full max-w-[400px] px-4">
      <h1 className="text-price font-semibold">{t.signIn.title}</h1>
      <p className="mt-1 text-body text-soft">{t.signIn.about}</p>
      <form onSubmit={submit} noValidate className="mt-6 flex flex-col gap-3">
        <div>
          <label htmlFor={field} className="text-small font-medium">
            {t.signIn.token}
          </label>
          <input
            id={field}
            type="password"
            autoComplete="off"
            spellCheck={false}
            value={token}
            onChange={(event) => setToken(event.target.value)}
            aria-describedby={fault ? `${said} ${hint}` : hint}
            aria-invalid={fault !== ''}
            className="mt-1 h-10 w-full rounded-control border border-edge bg-surface px-3 font-mono text-body touch:h-11"
          />
          <p id={hint} className="mt-1 text-tiny text-soft">
            {t.signIn.hint}
          </p>
        </div>
        <div role="alert" id={said}>
          {fault && (
            <p className="flex items-start gap-1.5 text-small text-bad">
              <Icon name="warn" className="mt-px" />
              {fault}
            </p>
          )}
        </div>
        <Button look="primary" type="submit" disabled={busy} className="min-h-10">
          {busy ? t.signIn.checking : t.signIn.enter}
        </Button>
      </form>
    </div>
  );
}
