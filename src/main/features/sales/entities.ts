import { ChannelEntity } from './channel.entity';
import { OrderAdjustmentEntity } from './order-adjustment.entity';
import { OrderEventEntity } from './order-event.entity';
import { OrderLineTaxEntity } from './order-line-tax.entity';
import { PaymentEntity } from './payment.entity';
import { ReservationEntity } from './reservation.entity';
import { SalesOrderEntity } from './sales-order.entity';
import { SalesOrderLineEntity } from './sales-order-line.entity';
import { TenderEntity } from './tender.entity';

/** The tables of `sales`. */
export const salesEntities = [
  ChannelEntity,
  SalesOrderEntity,
  SalesOrderLineEntity,
  OrderAdjustmentEntity,
  OrderLineTaxEntity,
  ReservationEntity,
  TenderEntity,
  PaymentEntity,
  OrderEventEntity,
];
