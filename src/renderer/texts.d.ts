import type alerts from '#shared/texts/en/alerts.json';
import type audit from '#shared/texts/en/audit.json';
import type catalogue from '#shared/texts/en/catalogue.json';
import type common from '#shared/texts/en/common.json';
import type devices from '#shared/texts/en/devices.json';
import type documents from '#shared/texts/en/documents.json';
import type imports from '#shared/texts/en/imports.json';
import type issues from '#shared/texts/en/issues.json';
import type jobs from '#shared/texts/en/jobs.json';
import type labels from '#shared/texts/en/labels.json';
import type notices from '#shared/texts/en/notices.json';
import type overview from '#shared/texts/en/overview.json';
import type paper from '#shared/texts/en/paper.json';
import type peopleAccess from '#shared/texts/en/people-access.json';
import type peopleAccounts from '#shared/texts/en/people-accounts.json';
import type refusals from '#shared/texts/en/refusals.json';
import type sales from '#shared/texts/en/sales.json';
import type scanning from '#shared/texts/en/scanning.json';
import type settings from '#shared/texts/en/settings.json';
import type shell from '#shared/texts/en/shell.json';
import type stock from '#shared/texts/en/stock.json';
import type stocktakes from '#shared/texts/en/stocktakes.json';
import type storesFirstRun from '#shared/texts/en/stores-first-run.json';
import type storesOffice from '#shared/texts/en/stores-office.json';
import type tasks from '#shared/texts/en/tasks.json';
import type transfers from '#shared/texts/en/transfers.json';

/** Types `t('key')` with the keys of the English files: one namespace per file, one line here for each. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      alerts: typeof alerts;
      audit: typeof audit;
      catalogue: typeof catalogue;
      common: typeof common;
      devices: typeof devices;
      documents: typeof documents;
      imports: typeof imports;
      jobs: typeof jobs;
      issues: typeof issues;
      notices: typeof notices;
      labels: typeof labels;
      overview: typeof overview;
      paper: typeof paper;
      'people-access': typeof peopleAccess;
      'people-accounts': typeof peopleAccounts;
      refusals: typeof refusals;
      sales: typeof sales;
      scanning: typeof scanning;
      settings: typeof settings;
      shell: typeof shell;
      stock: typeof stock;
      stocktakes: typeof stocktakes;
      'stores-first-run': typeof storesFirstRun;
      'stores-office': typeof storesOffice;
      tasks: typeof tasks;
      transfers: typeof transfers;
    };
  }
}
