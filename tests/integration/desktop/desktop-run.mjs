// Runs the built main bundle with the Electron stand-in, does what Electron and a window would do, and prints the
// results as JSON. Started by desktop.test.ts with stand-in/register.mjs imported first.
import { app, becomeReady, Notification, record } from 'electron';
import { clientOn, portFor, settled, until } from './desktop-page.mjs';

const seen = {};
const prevented = (emit) => {
  let result = false;
  emit({ preventDefault: () => (result = true) });
  return result;
};

const isStopped = (event, url) => {
  const { webContents } = record.windows[0];
  return prevented(({ preventDefault }) => webContents.emit(event, { url, preventDefault }, url));
};

// Built before this runs, and missing when imports are checked.
await import(new URL('../../../out/main/main.js', import.meta.url).href);
becomeReady();
await until(() => record.windows.length > 0 || record.errorBoxes.length > 0 || record.quits > 0);

seen.order = record.order;
seen.schemes = record.schemes;
seen.quits = record.quits;
seen.errorBoxes = record.errorBoxes;
seen.exitCode = record.exitCode;
seen.userData = app.paths.userData;

const [window] = record.windows;
if (window) {
  const { webContents } = window;
  seen.window = { options: window.options, shown: window.shown, url: webContents.url };

  const serve = record.protocols.get('app');
  const answer = async (url, init) => {
    const response = await serve(new Request(url, init));
    return {
      status: response.status,
      policy: response.headers.get('content-security-policy'),
      type: response.headers.get('content-type'),
      text: (await response.text()).slice(0, 200),
    };
  };
  seen.index = await answer('app://tillroom/');
  seen.deepPage = await answer('app://tillroom/office/products');
  seen.missing = await answer('app://tillroom/assets/none.js');
  seen.outside = await answer('app://tillroom/..%2f..%2fpackage.json');
  seen.otherHost = await answer('app://elsewhere/');

  const { request, check, device } = record.permissionHandlers;
  const asked = (permission, details = {}) =>
    new Promise((resolve) =>
      request(webContents, permission, resolve, { requestingUrl: 'app://tillroom/till', ...details }),
    );
  seen.permissions = {
    camera: await asked('media', { mediaTypes: ['video'] }),
    microphone: await asked('media', { mediaTypes: ['video', 'audio'] }),
    unknownMedia: await asked('media'),
    noMedia: await asked('media', { mediaTypes: [] }),
    cameraOfFrame: await asked('media', { mediaTypes: ['video'], requestingUrl: 'https://example.org/' }),
    location: await asked('geolocation'),
    clipboard: await asked('clipboard-read'),
    notifications: await asked('notifications'),
    checkOwn: check(webContents, 'media', 'app://tillroom/', { mediaType: 'video' }),
    checkMicrophone: check(webContents, 'media', 'app://tillroom/', { mediaType: 'audio' }),
    checkUnknown: check(webContents, 'media', 'app://tillroom/', { mediaType: 'unknown' }),
    checkOther: check(webContents, 'media', 'https://example.org', { mediaType: 'video' }),
    device: device({}),
  };

  seen.navigation = {
    own: isStopped('will-navigate', 'app://tillroom/till'),
    lookalike: isStopped('will-navigate', 'app://tillroom.example/'),
    elsewhere: isStopped('will-navigate', 'https://example.org'),
    redirect: isStopped('will-redirect', 'https://example.org'),
    frame: isStopped('will-frame-navigate', 'https://example.org'),
    webview: prevented((event) => webContents.emit('will-attach-webview', event)),
    newWindow: webContents.windowOpenHandler({ url: 'https://example.org' }).action,
    mail: webContents.windowOpenHandler({ url: 'mailto:a@b.example?cc=c@d.example&body=text' }).action,
  };
  seen.opened = record.opened;

  seen.ports = {
    stranger: (await portFor('https://example.org/')) !== undefined,
    frame: (await portFor('app://tillroom/', {})) !== undefined,
  };
  const port = await portFor('app://tillroom/till');
  let token;
  const client = clientOn(port, () => token);
  seen.statusBefore = await client.stores.status();
  const made = await client.stores.createStore({
    name: 'Desk Shop',
    currency: 'EUR',
    locale: 'en-IE',
    timeZone: 'Europe/Dublin',
    pricesIncludeTax: true,
    taxRatesMilliPercent: [23_000],
    admin: { username: 'owner', firstName: 'Olga', password: 'a long password', pin: '471108' },
  });
  token = made.token;
  await client.catalogue.createProduct({
    name: 'Apple',
    barcodes: [{ code: '4006381333931' }],
    priceMinor: 120,
    taxRateMilliPercent: 23_000,
    thresholdMilli: 3000,
  });
  const [shop] = (await client.stock.listLocations()).filter((one) => one.isSellingLocation);
  const { product } = await client.scanning.product({ code: '4006381333931' });
  await client.stock.receive({ productId: product.id, locationId: shop.id, quantityMilli: 5000 });
  const { ticketId } = await client.sales.scan({ code: '4006381333931' });
  const receipt = await client.sales.completeTicket({
    ticketId,
    tenders: [{ kind: 'cash', amountMinor: 200 }],
  });
  seen.receipt = { number: receipt.number, totalMinor: receipt.totalMinor, changeMinor: receipt.changeMinor };

  const pdf = await client.sales.receiptPdf({ orderId: receipt.orderId, copy: false });
  seen.pdf = {
    name: pdf.name,
    type: pdf.type,
    starts: await pdf.slice(0, 5).text(),
    hasMore: pdf.size > 1000,
  };
  const { fileId } = await client.imports.startUpload({ fileName: 'goods.csv', sizeBytes: 4 });
  const part = new File([new Uint8Array([0, 255, 10, 128])], 'goods.csv');
  seen.uploaded = await client.imports.upload({ fileId, offset: 0, part });

  const sell = async (pieces) => {
    const line = await client.sales.addLine({ productId: product.id, quantityMilli: pieces * 1000 });
    const tenders = [{ kind: 'cash', amountMinor: line.totals.totalMinor }];
    await client.sales.completeTicket({ ticketId: line.ticketId, tenders });
  };
  const receive = () =>
    client.stock.receive({ productId: product.id, locationId: shop.id, quantityMilli: 5000 });
  /** Sells the last piece of each product on one ticket. */
  const sellLast = async (names) => {
    let line;
    for (const name of names) {
      const goods = { name, priceMinor: 100, taxRateMilliPercent: 0, thresholdMilli: 0 };
      const { id } = await client.catalogue.createProduct(goods);
      await client.stock.receive({ productId: id, locationId: shop.id, quantityMilli: 1000 });
      line = await client.sales.addLine({ productId: id, quantityMilli: 1000 });
    }
    const tenders = [{ kind: 'cash', amountMinor: line.totals.totalMinor }];
    await client.sales.completeTicket({ ticketId: line.ticketId, tenders });
  };
  await sell(2);
  seen.notifiedWithoutWindow = record.notifications.length;
  await receive();
  const leads = await client.events.leads();
  const led = leads.next();
  await settled();
  await sell(4);
  window.minimized = true;
  const [notification] = record.notifications;
  notification.emit('click');
  seen.notification = {
    count: record.notifications.length,
    options: notification.options,
    leadsTo: (await led).value,
    product: product.id,
    window: { minimized: window.minimized, focused: window.focused },
  };
  await leads.return();
  window.focused = 0;
  await receive();
  await sell(5);
  seen.notifiedAfterwards = record.notifications.length;

  const told = async (act) => {
    const before = record.notifications.length;
    await act();
    return record.notifications.slice(before).map(({ options }) => options);
  };
  const runLow = async () => {
    await receive();
    await sell(5);
  };
  const owner = token;
  const cashier = { username: 'cem', firstName: 'Cem', password: 'a longer password', role: 'cashier' };
  await client.people.createAccount(cashier);
  ({ token } = await client.people.signIn({ login: cashier.username, password: cashier.password }));
  const cashiersLeads = await client.events.leads();
  token = owner;
  seen.toldCashier = await told(runLow);
  await cashiersLeads.return();

  const ownersLeads = await client.events.leads();
  seen.toldOwner = await told(runLow);
  seen.toldOfMany = await told(() => sellLast(['Fig', 'Lime', 'Pear', 'Plum']));
  Notification.isSupported = () => false;
  seen.toldWhereNoneAreShown = await told(runLow);
  await ownersLeads.return();

  token = undefined;
  seen.refusedWithoutSession = await client.sales.currentTicket().then(
    () => 'answered',
    (error) => error.code,
  );

  window.minimized = true;
  app.emit('second-instance');
  seen.secondInstance = { minimized: window.minimized, focused: window.focused };

  seen.firstQuitWaits = app.quit();
  await until(() => record.quits > 1);
  port.close();
}

process.stdout.write(`${JSON.stringify(seen)}\n`, () => process.exit(0));
