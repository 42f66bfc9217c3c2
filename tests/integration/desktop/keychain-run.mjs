// Runs the built main bundle with the Electron stand-in and the keychain that STAND_IN_KEYCHAIN names: creates a store
// with a mail server or signs in to it, sets the mail password if PASSWORD_TO_SET is given, tries mail and Slack, and
// prints the results as JSON. Started by keychain.test.ts with stand-in/register.mjs imported first.
import { app, becomeReady, record } from 'electron';
import { clientOn, portFor, until } from './desktop-page.mjs';

const owner = { username: 'owner', password: 'a long password' };

// Built before this runs, and missing when imports are checked.
await import(new URL('../../../out/main/main.js', import.meta.url).href);
becomeReady();
await until(() => record.windows.length > 0 || record.errorBoxes.length > 0);

const port = await portFor('app://tillroom/office');
let token;
const client = clientOn(port, () => token);

async function makeStore() {
  ({ token } = await client.stores.createStore({
    name: 'Desk Shop',
    currency: 'EUR',
    locale: 'en-IE',
    timeZone: 'Europe/Dublin',
    pricesIncludeTax: true,
    taxRatesMilliPercent: [23_000],
    admin: { ...owner, firstName: 'Olga', pin: '471108' },
  }));
  await client.settings.change({
    smtpHost: '127.0.0.1',
    smtpPort: Number(process.env.MAIL_PORT),
    smtpSecurity: 'none',
    smtpUser: 'shop',
    mailFrom: 'till@shop.example',
  });
}

const outcomeOf = (call) =>
  call.then(
    () => 'taken',
    ({ code, data }) => ({ code, data }),
  );

const { state } = await client.stores.status();
if (state === 'new') await makeStore();
else ({ token } = await client.people.signIn({ login: owner.username, password: owner.password }));
const value = process.env.PASSWORD_TO_SET;
if (value) await client.notices.setSecret({ name: 'mail password', value });

const seen = {
  secrets: await client.notices.secrets(),
  mail: await outcomeOf(client.notices.testMail({ to: 'olga@shop.example' })),
  slack: await outcomeOf(client.notices.testSlack({})),
};

app.quit();
await until(() => record.quits > 1);
port.close();
process.stdout.write(`${JSON.stringify(seen)}\n`, () => process.exit(0));
