import type access from './en/access.json';
import type accounts from './en/accounts.json';
import type alerts from './en/alerts.json';
import type audit from './en/audit.json';
import type catalogue from './en/catalogue.json';
import type common from './en/common.json';
import type devices from './en/devices.json';
import type firstRun from './en/first-run.json';
import type imports from './en/imports.json';
import type issues from './en/issues.json';
import type jobs from './en/jobs.json';
import type labels from './en/labels.json';
import type notices from './en/notices.json';
import type office from './en/office.json';
import type overview from './en/overview.json';
import type refusals from './en/refusals.json';
import type sales from './en/sales.json';
import type scan from './en/scan.json';
import type settings from './en/settings.json';
import type shell from './en/shell.json';
import type stock from './en/stock.json';
import type stocktakes from './en/stocktakes.json';
import type tasks from './en/tasks.json';
import type transfers from './en/transfers.json';

/** Gives `t('key')` the keys of the English files: one namespace a file, one line here for each. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      access: typeof access;
      accounts: typeof accounts;
      alerts: typeof alerts;
      audit: typeof audit;
      catalogue: typeof catalogue;
      common: typeof common;
      devices: typeof devices;
      'first-run': typeof firstRun;
      imports: typeof imports;
      jobs: typeof jobs;
      issues: typeof issues;
      notices: typeof notices;
      labels: typeof labels;
      office: typeof office;
      overview: typeof overview;
      refusals: typeof refusals;
      sales: typeof sales;
      scan: typeof scan;
      settings: typeof settings;
      shell: typeof shell;
      stock: typeof stock;
      stocktakes: typeof stocktakes;
      tasks: typeof tasks;
      transfers: typeof transfers;
    };
  }
}
