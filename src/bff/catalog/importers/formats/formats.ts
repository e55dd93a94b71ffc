import { commerceProtocol } from './commerce-protocol.ts';
import type { Fields, Format } from './format.ts';
import { googleMerchant } from './google-merchant.ts';
import { ownItems } from './own-items.ts';
import { schemaOrg } from './schema-org.ts';
import { shopifyCsv } from './shopify-csv.ts';
import { shopifyJson } from './shopify-json.ts';
import { wooCommerce } from './woocommerce.ts';

/** Every kind of feed that is read without a mapping. The first that matches a file's first record is taken. */
export const formats: readonly Format[] = [ownItems, schemaOrg, shopifyJson, commerceProtocol, wooCommerce, shopifyCsv, googleMerchant];

/** The kind of feed a record is from; undefined for what only a mapping can read. */
export const formatOf = (record: Fields): Format | undefined => formats.find((format) => format.matches(record));
