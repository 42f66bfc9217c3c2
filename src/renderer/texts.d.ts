import type access from '#shared/texts/en/access.json';
import type accounts from '#shared/texts/en/accounts.json';
import type alerts from '#shared/texts/en/alerts.json';
import type audit from '#shared/texts/en/audit.json';
import type catalogue from '#shared/texts/en/catalogue.json';
import type common from '#shared/texts/en/common.json';
import type devices from '#shared/texts/en/devices.json';
import type firstRun from '#shared/texts/en/first-run.json';
import type imports from '#shared/texts/en/imports.json';
import type issues from '#shared/texts/en/issues.json';
import type jobs from '#shared/texts/en/jobs.json';
import type labels from '#shared/texts/en/labels.json';
import type notices from '#shared/texts/en/notices.json';
import type office from '#shared/texts/en/office.json';
import type overview from '#shared/texts/en/overview.json';
import type refusals from '#shared/texts/en/refusals.json';
import type sales from '#shared/texts/en/sales.json';
import type scan from '#shared/texts/en/scan.json';
import type settings from '#shared/texts/en/settings.json';
import type shell from '#shared/texts/en/shell.json';
import type stock from '#shared/texts/en/stock.json';
import type stocktakes from '#shared/texts/en/stocktakes.json';
import type tasks from '#shared/texts/en/tasks.json';
import type transfers from '#shared/texts/en/transfers.json';

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
