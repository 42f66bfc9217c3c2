import { expect, type Page } from '@playwright/test';
import { composeScaleLabel } from '#shared/kernel/scale-label';
import { test } from '../support/app';
import {
  goTo,
  linkTo,
  openDemo,
  openDemoAs,
  panelOf,
  pick,
  rowOf,
  signInAs,
  signOut,
} from '../support/demo-store';
import { press } from '../support/hands';

const NEW_PASSWORD = 'nine slow otters';
/** As the settings offer it for a new layout. */
const SCALE = {
  name: 'Cheese counter',
  prefix: '22',
  itemDigits: 5,
  verifierDigit: false,
  valueDigits: 5,
  valueDecimals: 3,
  value: 'weight',
} as const;

test('a cashier gets another name, and the list has it', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'manager');
  await openAccount(page, 'Cem Kaya');
  await page.getByRole('textbox', { name: 'First name' }).fill('Cemal');
  await press(page, 'Control+s');
  await expect(rowOf(page, 'Accounts', 'Cemal Kaya')).toBeVisible();
  await expect(panelOf(page).getByRole('heading', { name: 'Cemal Kaya' })).toBeVisible();
  await expect(panelOf(page).getByText('Saved.')).toBeVisible();
});

test('a username that is taken and a PIN that is easy to guess or too short are refused at their fields', async ({
  openWindow,
}) => {
  const { page } = await openDemoAs(openWindow, 'admin', (calls) =>
    calls.people
      .changePermission({ role: 'cashier', permission: 'discountAndOverride', grant: 'yes' })
      .then(() => undefined),
  );
  await openAccount(page, 'Cem Kaya');
  const username = page.getByRole('textbox', { name: 'Username' });
  await username.fill('manager');
  await press(page, 'Control+s');
  await expect(username).toHaveAccessibleDescription('The username manager is taken. Choose another.');
  await expect(username).toBeFocused();
  await username.fill('cashier');

  await page.getByRole('button', { name: 'New PIN' }).click();
  const pin = page.getByRole('dialog').getByRole('textbox', { name: 'New PIN' });
  await expect(pin).toBeFocused();
  await pin.fill('1234');
  await press(page, 'Enter');
  await expect(pin).toHaveAccessibleDescription(/This PIN is easy to guess\./);
  await expect(pin).toBeFocused();
  await pin.fill('7294');
  await press(page, 'Enter');
  await expect(pin).toHaveAccessibleDescription(/This PIN is too short here\. Use one of 6 to 8 digits\./);
  await expect(pin).toBeFocused();
  await pin.fill('729406');
  await press(page, 'Enter');
  await expect(page.getByText('The new PIN holds from now on.')).toBeVisible();
});

test('the last admin cannot be deleted', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'admin');
  await openProfile(page);
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete my account' }).click();
  await expect(page.getByRole('alert')).toHaveText(
    'This is the last admin, and a store needs one. Make somebody else admin first.',
  );
});

test('somebody asks for an account, a manager approves it with a role, and they sign in', async ({
  openWindow,
}) => {
  const { page, signInOf } = await openDemo(openWindow);
  await test.step('ask on the sign-in page', async () => {
    await page.getByRole('button', { name: 'Ask for an account' }).click();
    await expect(page.getByLabel('First name')).toBeFocused();
    await page.getByLabel('First name').fill('Ines');
    await page.getByLabel('Username').fill('ines');
    await page.getByRole('textbox', { name: 'Password' }).fill(NEW_PASSWORD);
    await press(page, 'Enter');
    await expect(page.getByRole('status')).toContainText('sign in as ines with your password');
    await page.getByRole('button', { name: 'Back to signing in' }).click();
  });
  await test.step('no way in before the approval', async () => {
    await page.getByLabel('Username or email').fill('ines');
    await page.getByRole('textbox', { name: 'Password' }).fill(NEW_PASSWORD);
    await press(page, 'Enter');
    await expect(page.getByRole('alert')).toContainText('Name and password or PIN do not match.');
  });
  await test.step('approve', async () => {
    await signInAs(page, signInOf('manager'));
    await goTo(page, 'Office', 'Requests');
    await pick(page, page.getByRole('combobox', { name: 'Role of Ines' }), 'Storekeeper');
    await page.getByRole('button', { name: 'Approve' }).click();
    await expect(page.getByText('Ines can sign in now as Storekeeper.')).toBeVisible();
    await expect(page.getByText('Nobody is waiting')).toBeVisible();
  });
  await test.step('sign in', async () => {
    await signOut(page);
    await signInAs(page, { username: 'ines', password: NEW_PASSWORD });
    await expect(page.getByRole('button', { name: 'Ines , Storekeeper: menu' })).toBeVisible();
  });
});

test('settings stand after a reload, and unsaved ones are not lost unasked', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'admin');
  await goTo(page, 'Office', 'Settings');
  const footer = page.getByLabel('Below the goods');
  const byLine = page.getByRole('radio', { name: 'On each line' });
  await footer.fill('Bring the jar back.');
  await page.getByText('On each line', { exact: true }).click();
  await expect(page.getByRole('figure', { name: /^Head and foot/ })).toContainText('Bring the jar back.');
  await press(page, 'Control+s');
  await expect(page.getByRole('button', { name: /^Save all changes/ })).toBeDisabled();
  await page.reload();
  await expect(footer).toHaveValue('Bring the jar back.');
  await expect(byLine).toBeChecked();

  await footer.fill('Nothing in particular');
  await linkTo(page, 'People').click();
  const question = page.getByRole('dialog', { name: 'Leave without saving?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(question).toBeHidden();
  await expect(footer).toHaveValue('Nothing in particular');
  await linkTo(page, 'People').click();
  await question.getByRole('button', { name: 'Leave without saving' }).click();
  await expect(page.getByRole('heading', { name: 'People', level: 1 })).toBeVisible();
  await linkTo(page, 'Settings').click();
  await expect(footer).toHaveValue('Bring the jar back.');
});

test('a layout of scale labels is added, and tried with a label', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'admin');
  await goTo(page, 'Office', 'Settings');
  const trial = page.getByLabel('Try a label');
  const label = composeScaleLabel(SCALE, 42, 734);
  await trial.fill(label);
  await expect(page.getByText('No layout fits this code, or its last digit is wrong.')).toBeVisible();
  await page.getByRole('button', { name: 'Add a layout' }).click();
  await page.getByRole('group', { name: 'New layout' }).getByLabel('Name').fill(SCALE.name);
  await expect(page.getByText(/^Cheese counter: item .*00042.*, 0\.734 kg$/)).toBeVisible();
  await press(page, 'Control+s');
  await expect(page.getByRole('button', { name: /^Save all changes/ })).toBeDisabled();
  await page.reload();
  await expect(page.getByRole('group', { name: SCALE.name })).toBeVisible();
});

test('with a renewed recovery code the admin gets back in', async ({ openWindow }) => {
  const { page, signInOf } = await openDemoAs(openWindow, 'admin');
  const { username, password } = signInOf('admin');
  const code = await test.step('renew it', async () => {
    await goTo(page, 'Office', 'Settings');
    await page.getByLabel('Current password').fill(password);
    await page.getByRole('button', { name: 'Make a new code' }).click();
    const shown = await readRecoveryCode(page);
    await page.getByLabel('I have put the code where I will find it').check();
    await page.getByRole('button', { name: 'Go on' }).click();
    return shown;
  });
  await test.step('get in with it', async () => {
    await signOut(page);
    await page.getByRole('button', { name: 'Use a recovery code' }).click();
    await page.getByLabel('Username or email').fill(username);
    await page.getByLabel('Recovery code').fill(code);
    await page.getByLabel('New password').fill(NEW_PASSWORD);
    await press(page, 'Enter');
    expect(await readRecoveryCode(page)).not.toBe(code);
    await page.getByLabel('I have put the code where I will find it').check();
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(page.getByRole('navigation', { name: 'Workplaces' })).toBeVisible();
  });
  await test.step('sign in with the new password', async () => {
    await signOut(page);
    await signInAs(page, { username, password: NEW_PASSWORD });
  });
});

test('the audit trail shows a price before and after, by person, by kind, and of one thing alone', async ({
  openWindow,
}) => {
  const { page, signInOf } = await openDemoAs(openWindow, 'manager');
  await editProduct(page, 'Espresso');
  await page.getByRole('textbox', { name: 'Price' }).fill('2.50');
  await press(page, 'Control+s');
  await expect(panelOf(page)).toContainText('£2.50');
  await signOut(page);
  await signInAs(page, signInOf('admin'));
  await goTo(page, 'Office', 'Audit');

  await rowOf(page, 'Audit trail, newest first', 'Product changed').first().click();
  await expect(panelOf(page)).toContainText('Milan Novak');
  await expect(panelOf(page).getByText(/Before: £2\.20/)).toBeVisible();
  await expect(panelOf(page).getByText(/After: £2\.50/)).toBeVisible();

  await panelOf(page).getByRole('button', { name: 'All changes of this' }).click();
  await expect(page.getByText('Only Espresso')).toBeVisible();
  const rows = page
    .getByRole('grid')
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') });
  await expect(rows).toHaveCount(2);
  await press(page, 'Escape');
  await page.getByRole('button', { name: 'Show all things again' }).click();

  await pick(page, page.getByRole('combobox', { name: 'Who' }), 'Milan Novak');
  await pick(page, page.getByRole('combobox', { name: 'To what' }), 'Product');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Espresso');
  await expect(rows).toContainText('Milan Novak');
});

test('a picture is chosen as a file or pasted, and stands on the tile at the till', async ({
  openWindow,
}) => {
  const { page } = await openDemoAs(openWindow, 'manager');
  const picture = await page.screenshot();
  await editProduct(page, 'Espresso');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Pick a picture' }).click();
  await (await chooser).setFiles({ name: 'cup.png', mimeType: 'image/png', buffer: picture });
  await expect(page.getByRole('button', { name: 'Another picture' })).toBeVisible();
  await press(page, 'Control+s');
  await expect(panelOf(page).locator('img')).toBeVisible();

  await editProduct(page, 'Cappuccino');
  await paste(page, picture);
  await expect(page.getByRole('button', { name: 'Another picture' })).toBeVisible();
  await press(page, 'Control+s');
  await expect(panelOf(page).locator('img')).toBeVisible();

  await page.getByRole('navigation', { name: 'Workplaces' }).getByRole('link', { name: 'Till' }).click();
  for (const name of ['Espresso', 'Cappuccino']) {
    const tile = page.getByRole('listbox', { name: 'Products' }).getByRole('option', { name });
    await expect(tile.locator('img')).toBeVisible();
  }
});

test('several products are raised by percent at once', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'manager');
  await goTo(page, 'Office', 'Products');
  for (const name of ['Espresso', 'Cappuccino']) {
    await rowOf(page, 'Products', name).getByRole('checkbox').check();
  }
  await press(page, 'F9');
  const dialog = page.getByRole('dialog', { name: 'Change 2 products' });
  await pick(page, dialog.getByRole('combobox', { name: 'What' }), 'Price, by percent');
  await dialog.getByRole('textbox', { name: 'Percent' }).fill('10');
  await expect(dialog).toContainText('The prices of 2 products rise by 10');
  await expect(dialog).toContainText('Cappuccino: £3.40 becomes £3.74.');
  await dialog.getByRole('button', { name: /^Change 2 products/ }).click();
  await expect(page.getByText('2 products were changed.')).toBeVisible();
  await expect(rowOf(page, 'Products', 'Cappuccino')).toContainText('£3.74');
  await expect(rowOf(page, 'Products', 'Espresso')).toContainText('£2.42');
});

test('a category is moved, renamed, and not deleted while it holds something', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'manager');
  await goTo(page, 'Office', 'Categories');
  const categories = page.getByRole('tree', { name: 'Categories' });
  await categories.getByRole('treeitem', { name: 'Bakery' }).click();
  await panelOf(page).getByRole('button', { name: 'Delete' }).click();
  await expect(panelOf(page).getByRole('alert')).toHaveText(
    'Bakery still holds 5 products and 1 subcategory. Move them first, then delete it.',
  );

  const cakes = categories.getByRole('treeitem', { name: 'Cakes' });
  await expect(cakes).toHaveAttribute('aria-level', '2');
  await cakes.click();
  await panelOf(page).getByRole('textbox', { name: 'Name' }).fill('Cakes and tarts');
  await pick(page, panelOf(page).getByRole('combobox', { name: 'Part of' }), 'The top level');
  await press(page, 'Control+s');
  const renamed = categories.getByRole('treeitem', { name: 'Cakes and tarts' });
  await expect(renamed).toHaveAttribute('aria-level', '1');
  await expect(panelOf(page).getByRole('heading', { name: 'Cakes and tarts' })).toBeVisible();
});

async function openAccount(page: Page, name: string): Promise<void> {
  await goTo(page, 'Office', 'People');
  await rowOf(page, 'Accounts', name).click();
  await expect(panelOf(page).getByRole('heading', { name })).toBeVisible();
}

async function openProfile(page: Page): Promise<void> {
  await page.getByRole('button', { name: /: menu$/ }).click();
  await page.getByRole('menuitem', { name: 'My profile' }).click();
  await expect(page.getByRole('heading', { name: 'My profile' })).toBeVisible();
}

async function editProduct(page: Page, name: string): Promise<void> {
  await goTo(page, 'Office', 'Products');
  await rowOf(page, 'Products', name).click();
  await expect(panelOf(page).getByRole('heading', { name })).toBeVisible();
  await press(page, 'Control+e');
  await expect(panelOf(page).getByRole('textbox', { name: 'Name' })).toBeFocused();
}

async function readRecoveryCode(page: Page): Promise<string> {
  const code = page.getByText(/^[A-Z0-9]{4,}(-[A-Z0-9]{4,})+$/);
  await expect(code).toBeVisible();
  return code.innerText();
}

/** Pastes a picture as if it had been copied elsewhere. */
async function paste(page: Page, picture: Buffer): Promise<void> {
  await page.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([bytes], 'pasted.png', { type: 'image/png' }));
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, picture.toString('base64'));
}
