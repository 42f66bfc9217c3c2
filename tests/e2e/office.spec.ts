import { expect, type Page } from '@playwright/test';
import { composeScaleLabel } from '#shared/kernel/scale-label';
import { test } from '../support/app';
import { loginOf, menuOf, passwordOf } from '../support/corner-shop';
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
  titleOf,
  workplacesOf,
} from '../support/demo-store';
import { press } from '../support/hands';
import { text, textPattern, wholeText } from '../support/texts';
import { productsOf } from '../support/till';

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
const TRIED = wholeText('settings:labels.tried', {
  layout: SCALE.name,
  item: /.*42.*/,
  value: '0.734\u00a0kg',
});

test('a cashier gets a new name, which the list shows', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'manager');
  await openAccount(page, 'Cem Kaya');
  await page.getByRole('textbox', { name: text('people-access:fields.firstName') }).fill('Cemal');
  await press(page, 'Control+s');
  await expect(rowOf(page, text('people-accounts:list'), 'Cemal Kaya')).toBeVisible();
  await expect(panelOf(page).getByRole('heading', { name: 'Cemal Kaya' })).toBeVisible();
  await expect(panelOf(page).getByText(text('people-accounts:panel.saved'))).toBeVisible();
});

test('a taken username and a PIN that is weak or too short are refused at their fields', async ({
  openWindow,
}) => {
  const { page } = await openDemoAs(openWindow, 'admin', (calls) =>
    calls.people
      .changePermission({ role: 'cashier', permission: 'discountAndOverride', grant: 'yes' })
      .then(() => undefined),
  );
  await openAccount(page, 'Cem Kaya');
  const username = page.getByRole('textbox', { name: text('people-access:fields.username') });
  await username.fill('manager');
  await press(page, 'Control+s');
  await expect(username).toHaveAccessibleDescription(
    text('refusals:USERNAME_TAKEN', { username: 'manager' }),
  );
  await expect(username).toBeFocused();
  await username.fill('cashier');

  await page.getByRole('button', { name: text('people-accounts:actions.firstPin') }).click();
  const pin = page.getByRole('dialog').getByRole('textbox', { name: text('people-access:profile.newPin') });
  await expect(pin).toBeFocused();
  await pin.fill('1234');
  await press(page, 'Enter');
  await expect(pin).toHaveAccessibleDescription(textPattern('people-access:errors.pinEasy'));
  await expect(pin).toBeFocused();
  await pin.fill('7294');
  await press(page, 'Enter');
  await expect(pin).toHaveAccessibleDescription(textPattern('refusals:PIN_TOO_SHORT', { digits: 6 }));
  await expect(pin).toBeFocused();
  await pin.fill('729406');
  await press(page, 'Enter');
  await expect(page.getByText(text('people-accounts:secret.pinDone'))).toBeVisible();
});

test('the last admin cannot be deleted', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'admin');
  await openProfile(page);
  const leave = page.getByRole('button', { name: text('people-access:profile.delete') });
  await expect(leave).toBeDisabled();
  await expect(leave).toHaveAccessibleDescription(text('refusals:LAST_ADMIN'));
});

test('a person requests an account, a manager approves it with a role, and the person signs in', {
  tag: '@fast',
}, async ({ openWindow }) => {
  const { page, signInOf } = await openDemo(openWindow);
  await test.step('make the request on the sign-in page', async () => {
    await page.getByRole('button', { name: text('people-access:signIn.askForAccount') }).click();
    await expect(page.getByLabel(text('people-access:fields.firstName'))).toBeFocused();
    await page.getByLabel(text('people-access:fields.firstName')).fill('Ines');
    await page.getByLabel(text('people-access:fields.username')).fill('ines');
    await page.getByRole('textbox', { name: text('people-access:fields.password') }).fill(NEW_PASSWORD);
    await press(page, 'Enter');
    await expect(page.getByRole('status')).toContainText(
      text('people-access:register.done', { username: 'ines' }),
    );
    await page.getByRole('button', { name: text('people-access:signIn.toSignIn') }).click();
  });
  await test.step('no sign-in before the approval', async () => {
    await loginOf(page).fill('ines');
    await passwordOf(page).fill(NEW_PASSWORD);
    await press(page, 'Enter');
    await expect(page.getByRole('alert')).toContainText(textPattern('refusals:SIGN_IN_WRONG'));
  });
  await test.step('approve', async () => {
    await signInAs(page, signInOf('manager'));
    await goTo(page, 'office', 'registrations');
    const approve = page.getByRole('button', { name: text('people-accounts:registrations.approve') });
    const role = page.getByRole('combobox', {
      name: text('people-accounts:registrations.role', { name: 'Ines' }),
    });
    await approve.click();
    await expect(role).toBeFocused();
    await expect(role).toHaveAccessibleDescription(text('people-accounts:registrations.roleMissing'));
    await pick(page, role, text('common:roles.storekeeper'));
    await approve.click();
    await expect(
      page.getByText(
        text('people-accounts:registrations.approved', {
          name: 'Ines',
          role: text('common:roles.storekeeper'),
        }),
      ),
    ).toBeVisible();
    await expect(page.getByText(text('people-accounts:registrations.emptyTitle'))).toBeVisible();
  });
  await test.step('sign in', async () => {
    await signOut(page);
    await signInAs(page, { username: 'ines', password: NEW_PASSWORD });
    await expect(menuOf(page, { firstName: 'Ines', role: 'storekeeper' })).toBeVisible();
  });
});

test('settings stay after a reload, and unsaved ones are not lost without a question', async ({
  openWindow,
}) => {
  const { page } = await openDemoAs(openWindow, 'admin');
  await goTo(page, 'office', 'settings');
  const footer = page.getByLabel(text('settings:receipt.footer'), { exact: true });
  const byLine = page.getByRole('radio', { name: text('settings:money.byLine') });
  await footer.fill('Bring the jar back.');
  await page.getByText(text('settings:money.byLine'), { exact: true }).click();
  await expect(page.getByRole('figure', { name: text('settings:receipt.preview') })).toContainText(
    'Bring the jar back.',
  );
  await press(page, 'Control+s');
  await expect(page.getByRole('button', { name: text('settings:saveAll') })).toBeDisabled();
  await page.reload();
  await expect(footer).toHaveValue('Bring the jar back.');
  await expect(byLine).toBeChecked();

  const email = page.getByLabel(text('settings:details.email'), { exact: true });
  await email.fill('abc');
  await footer.fill('Nothing in particular');
  await press(page, 'Control+s');
  await expect(email).toBeFocused();
  await expect(email).toHaveAccessibleDescription(text('settings:problems.email'));
  await footer.fill('Nothing in particular, again');
  await linkTo(page, 'people').click();
  const question = page.getByRole('dialog', { name: text('common:unsaved.title') });
  await question.getByRole('button', { name: text('common:unsaved.stay') }).click();
  await expect(question).toBeHidden();
  await expect(footer).toHaveValue('Nothing in particular, again');
  await linkTo(page, 'people').click();
  await question.getByRole('button', { name: text('common:unsaved.leave') }).click();
  await expect(titleOf(page, 'office', 'people')).toBeVisible();
  await linkTo(page, 'settings').click();
  await expect(footer).toHaveValue('Nothing in particular');
  await expect(email).not.toHaveValue('abc');
});

test('a scale label layout is added and tested with a label', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'admin');
  await goTo(page, 'office', 'settings');
  const trial = page.getByLabel(text('settings:labels.try'));
  await trial.fill('21');
  await press(page, 'Enter');
  await expect(page.getByText(text('settings:labels.noMatch'))).toBeVisible();
  await trial.fill(composeScaleLabel(SCALE, 42, 734));
  await page.getByRole('button', { name: text('settings:labels.add') }).click();
  await page
    .getByRole('group', { name: text('settings:labels.newName') })
    .getByLabel(text('settings:labels.name'))
    .fill(SCALE.name);
  await expect(page.getByText(TRIED)).toBeVisible();
  await press(page, 'Control+s');
  await expect(page.getByRole('button', { name: text('settings:saveAll') })).toBeDisabled();
  await page.reload();
  await expect(page.getByRole('group', { name: SCALE.name })).toBeVisible();
});

test('an admin signs in with a renewed recovery code', async ({ openWindow }) => {
  const { page, signInOf } = await openDemoAs(openWindow, 'admin');
  const { username, password } = signInOf('admin');
  const code = await test.step('renew it', async () => {
    await goTo(page, 'office', 'settings');
    await page.getByLabel(text('people-access:fields.currentPassword')).fill(password);
    await page.getByRole('button', { name: text('people-access:profile.renew') }).click();
    const shown = await readRecoveryCode(page);
    await page.getByLabel(text('people-access:recoveryCode.kept')).check();
    await page.getByRole('button', { name: text('people-access:recoveryCode.go') }).click();
    return shown;
  });
  await test.step('recover with it', async () => {
    await signOut(page);
    await page.getByRole('button', { name: text('people-access:signIn.recover') }).click();
    await loginOf(page).fill(username);
    await page.getByLabel(text('people-access:recover.code')).fill(code);
    await page.getByLabel(text('people-access:fields.newPassword')).fill(NEW_PASSWORD);
    await press(page, 'Enter');
    expect(await readRecoveryCode(page)).not.toBe(code);
    await page.getByLabel(text('people-access:recoveryCode.kept')).check();
    await page.getByRole('button', { name: text('people-access:recoveryCode.go') }).click();
    await expect(workplacesOf(page)).toBeVisible();
  });
  await test.step('sign in with the new password', async () => {
    await signOut(page);
    await signInAs(page, { username, password: NEW_PASSWORD });
  });
});

test('the audit log shows a price before and after, filtered by person, kind and subject', async ({
  openWindow,
}) => {
  const { page, signInOf } = await openDemoAs(openWindow, 'manager');
  await editProduct(page, 'Espresso');
  await page.getByRole('textbox', { name: text('catalogue:product.price') }).fill('2.50');
  await press(page, 'Control+s');
  await expect(panelOf(page)).toContainText('£2.50');
  await signOut(page);
  await signInAs(page, signInOf('admin'));
  await goTo(page, 'office', 'audit');

  await rowOf(page, text('audit:list'), text('audit:actions.catalogue.changeProduct')).first().click();
  await expect(panelOf(page)).toContainText('Milan Novak');
  await expect(panelOf(page).getByText(`${text('audit:panel.before')}: £2.20`)).toBeVisible();
  await expect(panelOf(page).getByText(`${text('audit:panel.after')}: £2.50`)).toBeVisible();

  await panelOf(page)
    .getByRole('button', { name: text('audit:panel.onlyThis') })
    .click();
  await expect(page.getByText(text('audit:only', { label: 'Espresso' }))).toBeVisible();
  const rows = page
    .getByRole('grid')
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') });
  await expect(rows).toHaveCount(2);
  await press(page, 'Escape');
  await page.getByRole('button', { name: text('audit:onlyOff') }).click();

  await pick(page, page.getByRole('combobox', { name: text('audit:person') }), 'Milan Novak');
  await pick(
    page,
    page.getByRole('combobox', { name: text('audit:entity') }),
    text('audit:entities.product'),
  );
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Espresso');
  await expect(rows).toContainText('Milan Novak');
});

test('a picture is chosen as a file or pasted, and shows on the tile at the till', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'manager');
  const picture = await page.screenshot();
  await editProduct(page, 'Espresso');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: text('catalogue:picture.pick') }).click();
  await (await chooser).setFiles({ name: 'cup.png', mimeType: 'image/png', buffer: picture });
  await expect(page.getByRole('button', { name: text('catalogue:picture.change') })).toBeVisible();
  await press(page, 'Control+s');
  await expect(panelOf(page).locator('img')).toBeVisible();

  await editProduct(page, 'Cappuccino');
  await paste(page, picture);
  await expect(page.getByRole('button', { name: text('catalogue:picture.change') })).toBeVisible();
  await press(page, 'Control+s');
  await expect(panelOf(page).locator('img')).toBeVisible();

  await workplacesOf(page)
    .getByRole('link', { name: text('shell:workplaces.till') })
    .click();
  for (const name of ['Espresso', 'Cappuccino']) {
    const tile = productsOf(page).getByRole('option', { name });
    await expect(tile.locator('img')).toBeVisible();
  }
});

test('several products are raised in price by percent at once', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'manager');
  await goTo(page, 'office', 'products');
  for (const name of ['Espresso', 'Cappuccino']) {
    await rowOf(page, text('catalogue:products.list'), name).getByRole('checkbox').check();
  }
  await press(page, 'F9');
  const dialog = page.getByRole('dialog', { name: text('catalogue:several.title', { count: 2 }) });
  await pick(
    page,
    dialog.getByRole('combobox', { name: text('catalogue:several.what') }),
    text('catalogue:several.kind.pricePercent'),
  );
  const byPercent = dialog.getByRole('textbox', { name: text('catalogue:several.byPercent') });
  const change = dialog.getByRole('button', { name: text('catalogue:several.do', { count: 2 }) });
  for (const wrong of ['8.1255', '-100.001', '1000.001']) {
    await byPercent.fill(wrong);
    await change.click();
    await expect(byPercent).toHaveAccessibleDescription(
      textPattern('common:notARate', { atLeast: '-100%', atMost: '1,000%' }),
    );
  }
  await byPercent.fill('8.125');
  await expect(dialog).toContainText(text('catalogue:several.raise', { count: 2, rate: '8.125%' }));
  await byPercent.fill('10');
  await expect(dialog).toContainText(text('catalogue:several.raise', { count: 2, rate: '10%' }));
  await expect(dialog).toContainText(
    text('catalogue:several.example', { name: 'Cappuccino', before: '£3.40', after: '£3.74' }),
  );
  await change.click();
  await expect(page.getByText(text('catalogue:several.done', { count: 2 }))).toBeVisible();
  await expect(rowOf(page, text('catalogue:products.list'), 'Cappuccino')).toContainText('£3.74');
  await expect(rowOf(page, text('catalogue:products.list'), 'Espresso')).toContainText('£2.42');
});

test('a category is moved and renamed, and not deleted while it has content', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'manager');
  await goTo(page, 'office', 'categories');
  const categories = page.getByRole('tree', { name: text('catalogue:categories.list') });
  await categories.getByRole('treeitem', { name: 'Bakery' }).click();
  await panelOf(page)
    .getByRole('button', { name: text('catalogue:categories.delete') })
    .click();
  await expect(panelOf(page).getByRole('alert')).toHaveText(
    text('refusals:CATEGORY_IN_USE', {
      categoryName: 'Bakery',
      products: text('refusals:products', { count: 5 }),
      subcategories: text('refusals:subcategories', { count: 1 }),
    }),
  );

  const cakes = categories.getByRole('treeitem', { name: 'Cakes' });
  await expect(cakes).toHaveAttribute('aria-level', '2');
  await cakes.click();
  await panelOf(page)
    .getByRole('textbox', { name: text('catalogue:categories.name') })
    .fill('Cakes and tarts');
  await pick(
    page,
    panelOf(page).getByRole('combobox', { name: text('catalogue:categories.parent') }),
    text('catalogue:categories.topLevel'),
  );
  await press(page, 'Control+s');
  const renamed = categories.getByRole('treeitem', { name: 'Cakes and tarts' });
  await expect(renamed).toHaveAttribute('aria-level', '1');
  await expect(panelOf(page).getByRole('heading', { name: 'Cakes and tarts' })).toBeVisible();
});

async function openAccount(page: Page, name: string): Promise<void> {
  await goTo(page, 'office', 'people');
  await rowOf(page, text('people-accounts:list'), name).click();
  await expect(panelOf(page).getByRole('heading', { name })).toBeVisible();
}

async function openProfile(page: Page): Promise<void> {
  await menuOf(page).click();
  await page.getByRole('menuitem', { name: text('shell:person.profile') }).click();
  await expect(page.getByRole('heading', { name: text('people-access:profile.title') })).toBeVisible();
}

async function editProduct(page: Page, name: string): Promise<void> {
  await goTo(page, 'office', 'products');
  await rowOf(page, text('catalogue:products.list'), name).click();
  await expect(panelOf(page).getByRole('heading', { name })).toBeVisible();
  await press(page, 'Control+e');
  await expect(panelOf(page).getByRole('textbox', { name: text('catalogue:product.name') })).toBeFocused();
}

async function readRecoveryCode(page: Page): Promise<string> {
  const code = page.getByText(/^[A-Z0-9]{4,}(-[A-Z0-9]{4,})+$/);
  await expect(code).toBeVisible();
  return code.innerText();
}

/** Pastes a picture as if it had been copied in another program. */
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
