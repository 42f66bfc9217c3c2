import {
  IconArrowsExchange,
  IconBarcode,
  IconBell,
  IconBox,
  IconBriefcase,
  IconBuildingWarehouse,
  IconCashRegister,
  IconCategory,
  IconChartBar,
  IconChecklist,
  IconClipboardCheck,
  IconClipboardList,
  IconFileText,
  IconHandGrab,
  IconHistory,
  IconHome,
  IconKey,
  IconMailShare,
  IconMapPin,
  IconReceipt,
  IconRoute,
  IconScan,
  IconSettings,
  IconStack2,
  IconTag,
  IconTags,
  IconTruckDelivery,
  IconUserPlus,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react';
import type { RegisteredRouter } from '@tanstack/react-router';
import type { ParseKeys } from 'i18next';
import type { Permission } from '#shared/contract/common';

type PagePath = keyof RegisteredRouter['routesByPath'];

/** A page in a workplace's rail. */
export interface RailPage {
  to: PagePath;
  label: ParseKeys<'shell'>;
  icon: TablerIcon;
  /** The page is visible to people who have one of these permissions, alone or with approval. */
  needs: readonly Permission[];
}

export type WorkplaceName = 'till' | 'stockroom' | 'office';

export interface Workplace {
  name: WorkplaceName;
  icon: TablerIcon;
  keys: `Ctrl+${number}`;
  /** The workplace is visible to people who have one of these permissions, alone or with approval. */
  needs: readonly Permission[];
  pages: readonly RailPage[];
}

const SEES_ORDERS = ['serveOrders', 'fulfilOrders'] as const;
const LABEL_WORK = ['editCatalogue', 'moveStock', 'manageLocations'] as const;
const OFFICE_WORK = ['editCatalogue', 'manageAccounts', 'readAudit', 'manageStore'] as const;

/** The three workplaces and their pages, in the order of the bar and the rail. */
export const workplaces: readonly Workplace[] = [
  {
    name: 'till',
    icon: IconCashRegister,
    keys: 'Ctrl+1',
    needs: ['sell'],
    pages: [
      { to: '/till', label: 'pages.ticket', icon: IconReceipt, needs: ['sell'] },
      {
        to: '/till/orders',
        label: 'pages.receipts',
        icon: IconClipboardList,
        needs: ['sell', 'serveOrders'],
      },
    ],
  },
  {
    name: 'stockroom',
    icon: IconBuildingWarehouse,
    keys: 'Ctrl+2',
    needs: ['lookUp'],
    pages: [
      { to: '/stockroom', label: 'pages.lookUp', icon: IconScan, needs: ['lookUp'] },
      { to: '/stockroom/tasks', label: 'pages.tasks', icon: IconChecklist, needs: ['lookUp'] },
      { to: '/stockroom/products', label: 'pages.products', icon: IconTag, needs: ['lookUp'] },
      { to: '/stockroom/entries', label: 'pages.entries', icon: IconStack2, needs: ['seeQuantities'] },
      { to: '/stockroom/locations', label: 'pages.locations', icon: IconMapPin, needs: ['seeQuantities'] },
      {
        to: '/stockroom/transfers',
        label: 'pages.transfers',
        icon: IconTruckDelivery,
        needs: ['seeQuantities'],
      },
      { to: '/stockroom/issues', label: 'pages.issues', icon: IconHandGrab, needs: ['seeQuantities'] },
      {
        to: '/stockroom/stocktakes',
        label: 'pages.stocktakes',
        icon: IconClipboardCheck,
        needs: ['moveStock'],
      },
      { to: '/stockroom/labels', label: 'pages.labels', icon: IconTags, needs: LABEL_WORK },
      {
        to: '/stockroom/history',
        label: 'pages.history',
        icon: IconArrowsExchange,
        needs: ['seeQuantities'],
      },
      {
        to: '/stockroom/overview',
        label: 'pages.overview',
        icon: IconChartBar,
        needs: ['stockReports'],
      },
      { to: '/stockroom/alerts', label: 'pages.alerts', icon: IconBell, needs: ['stockReports'] },
    ],
  },
  {
    name: 'office',
    icon: IconBriefcase,
    keys: 'Ctrl+3',
    needs: OFFICE_WORK,
    pages: [
      { to: '/office', label: 'pages.office', icon: IconHome, needs: OFFICE_WORK },
      { to: '/office/products', label: 'pages.products', icon: IconBox, needs: ['editCatalogue'] },
      { to: '/office/categories', label: 'pages.categories', icon: IconCategory, needs: ['editCatalogue'] },
      { to: '/office/orders', label: 'pages.orders', icon: IconFileText, needs: SEES_ORDERS },
      { to: '/office/channels', label: 'pages.channels', icon: IconRoute, needs: ['manageChannels'] },
      { to: '/office/people', label: 'pages.people', icon: IconUsers, needs: ['manageAccounts'] },
      {
        to: '/office/registrations',
        label: 'pages.registrations',
        icon: IconUserPlus,
        needs: ['manageAccounts'],
      },
      { to: '/office/permissions', label: 'pages.permissions', icon: IconKey, needs: ['manageAccounts'] },
      { to: '/office/audit', label: 'pages.audit', icon: IconHistory, needs: ['readAudit'] },
      { to: '/office/notices', label: 'pages.notices', icon: IconMailShare, needs: ['readAudit'] },
      { to: '/office/settings', label: 'pages.settings', icon: IconSettings, needs: ['manageStore'] },
      { to: '/office/scanner', label: 'pages.scanner', icon: IconBarcode, needs: ['lookUp'] },
    ],
  },
];
