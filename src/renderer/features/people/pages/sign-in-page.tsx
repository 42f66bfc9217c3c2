import { useState } from 'react';
import { useStore } from '#renderer/lib/store-status';
import { FrontPage } from '#renderer/ui/front-page';
import { RecoverForm } from '../sign-in/recover-form';
import { RegisterForm } from '../sign-in/register-form';
import { SignIn } from '../sign-in/sign-in';

type Door = 'sign in' | 'register' | 'recover';

/** The sign-in page: sign in, request an account, or recover access with a recovery code. */
export function SignInPage() {
  const { name } = useStore();
  const [door, setDoor] = useState<Door>('sign in');
  const back = () => setDoor('sign in');
  return (
    <FrontPage name={name} width={door === 'sign in' ? 'fit-content' : undefined}>
      {door === 'sign in' && (
        <SignIn onRegister={() => setDoor('register')} onRecover={() => setDoor('recover')} />
      )}
      {door === 'register' && <RegisterForm onBack={back} />}
      {door === 'recover' && <RecoverForm onBack={back} />}
    </FrontPage>
  );
}
