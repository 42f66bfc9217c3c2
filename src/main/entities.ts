import { alertsEntities } from '#main/features/alerts/index';
import { catalogueEntities } from '#main/features/catalogue/index';
import { importsEntities } from '#main/features/imports/index';
import { issuesEntities } from '#main/features/issues/index';
import { noticesEntities } from '#main/features/notices/index';
import { partiesEntities } from '#main/features/parties/index';
import { peopleEntities } from '#main/features/people/index';
import { salesEntities } from '#main/features/sales/index';
import { settingsEntities } from '#main/features/settings/index';
import { stockEntities } from '#main/features/stock/index';
import { stocktakesEntities } from '#main/features/stocktakes/index';
import { storesEntities } from '#main/features/stores/index';
import { tasksEntities } from '#main/features/tasks/index';
import { tillsEntities } from '#main/features/tills/index';
import { transfersEntities } from '#main/features/transfers/index';
import { JobEntity } from '#main/platform/jobs/job.entity';
import { logEntities } from '#main/platform/log/entities';
import { CallAnswerEntity } from '#main/platform/rpc/call-answer.entity';

/** All tables but the search index, which entities cannot describe. A test compares them with the migrations. */
export const entities = [
  ...alertsEntities,
  ...catalogueEntities,
  ...importsEntities,
  ...issuesEntities,
  ...noticesEntities,
  ...partiesEntities,
  ...peopleEntities,
  ...salesEntities,
  ...settingsEntities,
  ...stockEntities,
  ...stocktakesEntities,
  ...storesEntities,
  ...tasksEntities,
  ...tillsEntities,
  ...transfersEntities,
  ...logEntities,
  CallAnswerEntity,
  JobEntity,
];
