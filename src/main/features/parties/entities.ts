import { PartyEntity } from './party.entity';

/** The tables of `parties`. */
export const partiesEntities = [PartyEntity];
