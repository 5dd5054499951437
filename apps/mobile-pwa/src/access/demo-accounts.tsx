import { demoAccounts, demoPassword } from '@kycuong/domain/access/demo-accounts.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { useMessages } from '../language.ts';

const fieldPeople = ['kiemtra1', 'kiemtra2', 'truongdoan'];

/** Only where the demo story is loaded: who can try the tablet. */
export function DemoAccounts({
  onChoose,
}: {
  readonly onChoose: (username: string, password: string) => void;
}) {
  const { t, language } = useMessages();
  return (
    <section className="demo">
      <h2>{t('field:sign-in.demo')}</h2>
      <p className="kc-meta">{t('field:sign-in.demo-lead', { password: demoPassword })}</p>
      <div className="acts">
        {demoAccounts
          .filter(({ username }) => fieldPeople.includes(username))
          .map((account) => (
            <Button
              key={account.username}
              size="touch"
              onClick={() => onChoose(account.username, demoPassword)}
            >
              {account.username}
              <span className="kc-meta demo-role">{account[language]}</span>
            </Button>
          ))}
      </div>
    </section>
  );
}
