import type { Bi } from './bilingual.ts';
import type { BrandKey } from './brands.ts';
import type { ColorKey } from './colors.ts';
import type { DemoType } from './demo-type.ts';
import type { FactKey, Facts } from './facts.ts';
import type { PolicyKey } from './policies.ts';
import type { AspectKey } from './reviews.ts';
import type { SellerKey } from './sellers.ts';
import type { VideoKey } from './videos.ts';
import type { AudienceKey, FeatureKey, UseKey } from './words.ts';

/** How a type of thing is let. Shares are basis points of the price (100 = 1 %), so that money stays whole. */
export interface RentPlan {
  readonly unit: 'day' | 'month';
  /** Price of one period at the first tier. */
  readonly rate: number;
  readonly min: number;
  readonly max: number;
  /** Lengths with a fixed total, in periods. */
  readonly packages?: readonly number[];
  /** Deposit as a share of the price; 0 = none is asked for, `unstated` = the shop does not say. */
  readonly deposit: number | 'unstated';
  /** How often the deposit can be waived, of 100 products. */
  readonly waivable: number;
  /** How often a rental can end in a purchase, of 100 products. */
  readonly buyout: number;
  /** A charge for cleaning after each rental, in yuan. */
  readonly cleaning?: number;
  /** Bringing and fetching something large, in yuan. */
  readonly delivery?: { readonly amount: number; readonly optional: boolean };
}

/** One model of a maker, as the type's table lists it. */
export interface Row {
  /** Id of the first variant; the others append their size or colour. */
  readonly id: `${DemoType}-${string}`;
  readonly brand: BrandKey;
  readonly model: string;
  /** What it is, without brand and model. */
  readonly name: Bi;
  /** Narrower than the type: 三脚架 among stands. */
  readonly kind?: Bi;
  /** Yuan. */
  readonly price: number;
  /** Yuan before the present reduction. */
  readonly list?: number;
  /** Default: both for sale and to rent. */
  readonly deal?: 'sale' | 'rent';
  /** Where this model is let otherwise than its type. */
  readonly plan?: Partial<RentPlan>;
  readonly colors: readonly [ColorKey, ...ColorKey[]];
  /** Variants by size or storage, each with its own facts and price; the first is the plain one. */
  readonly sizes?: readonly { readonly key: string; readonly label: Bi; readonly price?: number; readonly facts?: Facts }[];
  readonly facts: Facts;
  readonly features: readonly FeatureKey[];
  readonly uses: readonly UseKey[];
  readonly audience: readonly AudienceKey[];
  /** What a good shop assistant would say about it in one sentence. */
  readonly line: Bi;
  readonly video?: VideoKey;
  readonly seller?: SellerKey;
  /** Promises beyond those of its type. */
  readonly terms?: readonly PolicyKey[];
  readonly condition?: 'open_box' | 'like_new' | 'very_good' | 'good' | 'refurbished';
  /** Where its stock is a special case; drawn by lot otherwise. */
  readonly stock?: 'in_stock' | 'out_of_stock' | 'rented_out' | 'preorder';
}

/** A type of thing: where it is filed, how it is let, sold and talked about, and its models. */
export interface Sheet {
  readonly type: DemoType;
  /** Names from general to special; the last is the type. */
  readonly path: readonly [Bi, ...Bi[]];
  /** Units that differ from the usual ones. */
  readonly units?: Partial<Record<FactKey, string>>;
  /** Name of the option that `sizes` varies. */
  readonly sizeName?: Bi;
  readonly plan: RentPlan;
  readonly sellers: readonly [SellerKey, ...SellerKey[]];
  readonly saleTerms: readonly PolicyKey[];
  readonly rentTerms: readonly PolicyKey[];
  readonly aspects: readonly AspectKey[];
  /** Sentences with `{fact}` in them; one is used only where all its facts are stated. */
  readonly tells: readonly Bi[];
  readonly rows: readonly Row[];
}
