import type { Bi } from '../catalog/bilingual.ts';

/** A parcel's event. `at` is an ISO 8601 instant. */
export interface EventRow {
  readonly at: string;
  readonly place: Bi;
  readonly text: Bi;
  readonly status: 'picked_up' | 'in_transit' | 'out_for_delivery' | 'delivered';
}

export interface LineRow {
  /** Id of an item of the demo catalogue. */
  readonly item: string;
  readonly quantity?: number;
  /** Present for a rental. */
  readonly rent?: { readonly days: number; readonly due_back?: string; readonly deposit_waived?: boolean };
}

export interface OrderRow {
  readonly id: string;
  readonly status: 'paid' | 'shipped' | 'in_use' | 'delivered' | 'returned' | 'refunded' | 'cancelled';
  readonly placed_at: string;
  readonly lines: readonly LineRow[];
  readonly parcel?: readonly EventRow[];
}

/** A shopper of the demo shop; `user_id` is the `sub` of the token the shop signs for them. */
export interface ShopperRow {
  readonly user_id: string;
  readonly name: Bi;
  /** What their orders show, for whoever chooses among the three. */
  readonly about: Bi;
  readonly orders: readonly OrderRow[];
}

const collected: Bi = ['快递员已揽收', 'Collected by the courier'];
const onTheRoad: Bi = ['运输中', 'On the road'];
const goingOut: Bi = ['派送中', 'Out for delivery'];
const signed: Bi = ['已签收', 'Delivered and signed for'];
const shanghai: Bi = ['上海', 'Shanghai'];
const hangzhou: Bi = ['杭州', 'Hangzhou'];
const chengdu: Bi = ['成都', 'Chengdu'];
const guangzhou: Bi = ['广州', 'Guangzhou'];
const suzhou: Bi = ['苏州', 'Suzhou'];

/** When the rows were written: nothing in them is later, but the days by which something is due back. */
export const WRITTEN_AT = '2026-11-20T00:30:00.000Z';

/** A traveller with a rental on the road, an organiser with an event ahead, and a parent in the middle of a monthly rental. */
export const shoppers: readonly ShopperRow[] = [
  {
    user_id: 'demo-lin',
    name: ['林远', 'Lin Yuan'],
    about: ['相机租单在路上', 'A camera rental on its way'],
    orders: [
      {
        id: 'TD26111801',
        status: 'shipped',
        placed_at: '2026-11-18T03:20:00.000Z',
        lines: [
          { item: 'cam-halcyn-fell', rent: { days: 10, due_back: '2026-12-01', deposit_waived: true } },
          { item: 'lens-halcyn-20', rent: { days: 10, due_back: '2026-12-01' } },
          { item: 'stand-steadmont-t3c', rent: { days: 10, due_back: '2026-12-01', deposit_waived: true } },
        ],
        parcel: [
          { at: '2026-11-18T09:40:00.000Z', place: hangzhou, text: collected, status: 'picked_up' },
          { at: '2026-11-19T01:15:00.000Z', place: hangzhou, text: onTheRoad, status: 'in_transit' },
          { at: '2026-11-20T00:30:00.000Z', place: chengdu, text: goingOut, status: 'out_for_delivery' },
        ],
      },
      {
        id: 'TD26092207',
        status: 'returned',
        placed_at: '2026-09-22T06:05:00.000Z',
        lines: [{ item: 'tent-farlea-2', rent: { days: 4, due_back: '2026-09-30', deposit_waived: true } }],
        parcel: [
          { at: '2026-09-22T10:10:00.000Z', place: chengdu, text: collected, status: 'picked_up' },
          { at: '2026-09-24T02:00:00.000Z', place: chengdu, text: signed, status: 'delivered' },
        ],
      },
      {
        id: 'TD26081503',
        status: 'delivered',
        placed_at: '2026-08-15T12:45:00.000Z',
        lines: [{ item: 'lantern-glimmerfir-head', quantity: 2 }],
        parcel: [
          { at: '2026-08-16T01:30:00.000Z', place: chengdu, text: collected, status: 'picked_up' },
          { at: '2026-08-18T04:20:00.000Z', place: shanghai, text: signed, status: 'delivered' },
        ],
      },
    ],
  },
  {
    user_id: 'demo-zhou',
    name: ['周敏', 'Zhou Min'],
    about: ['年会投影等待发货', 'A projector for an event, not sent yet'],
    orders: [
      {
        id: 'TD26111905',
        status: 'paid',
        placed_at: '2026-11-19T08:00:00.000Z',
        lines: [
          { item: 'proj-beamora-e8', rent: { days: 3 } },
          { item: 'screen-plainvue-fold-200', rent: { days: 3 } },
          { item: 'mic-echovale-hand', quantity: 2, rent: { days: 3, deposit_waived: true } },
        ],
      },
      {
        id: 'TD26110402',
        status: 'cancelled',
        placed_at: '2026-11-04T02:10:00.000Z',
        lines: [{ item: 'proj-beamora-b5', rent: { days: 1 } }],
      },
      {
        id: 'TD26101009',
        status: 'returned',
        placed_at: '2026-10-10T05:30:00.000Z',
        lines: [{ item: 'speaker-echovale-fest', rent: { days: 2, due_back: '2026-10-16' } }],
        parcel: [
          { at: '2026-10-10T11:00:00.000Z', place: guangzhou, text: collected, status: 'picked_up' },
          { at: '2026-10-12T03:40:00.000Z', place: shanghai, text: signed, status: 'delivered' },
        ],
      },
    ],
  },
  {
    user_id: 'demo-chen',
    name: ['陈静', 'Chen Jing'],
    about: ['安全座椅租用中，睡袋在路上', 'A car seat in use, sleeping bags on their way'],
    orders: [
      {
        id: 'TD26100611',
        status: 'in_use',
        placed_at: '2026-10-06T13:15:00.000Z',
        lines: [{ item: 'seat-cradlisle-turn', rent: { days: 180, due_back: '2027-04-08', deposit_waived: true } }],
        parcel: [
          { at: '2026-10-07T02:00:00.000Z', place: suzhou, text: collected, status: 'picked_up' },
          { at: '2026-10-09T06:10:00.000Z', place: shanghai, text: signed, status: 'delivered' },
        ],
      },
      {
        id: 'TD26111503',
        status: 'shipped',
        placed_at: '2026-11-15T14:40:00.000Z',
        lines: [{ item: 'baby-nappuff-bag25', quantity: 2 }],
        parcel: [
          { at: '2026-11-16T01:20:00.000Z', place: suzhou, text: collected, status: 'picked_up' },
          { at: '2026-11-17T22:00:00.000Z', place: shanghai, text: onTheRoad, status: 'in_transit' },
        ],
      },
      {
        id: 'TD26090108',
        status: 'refunded',
        placed_at: '2026-09-01T09:25:00.000Z',
        lines: [{ item: 'stroller-littlegrain-buggy' }],
        parcel: [
          { at: '2026-09-02T03:00:00.000Z', place: hangzhou, text: collected, status: 'picked_up' },
          { at: '2026-09-04T05:50:00.000Z', place: shanghai, text: signed, status: 'delivered' },
        ],
      },
    ],
  },
];
