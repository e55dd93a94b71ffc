import type { QuerySet } from '../judged.ts';
import { contoso } from './contoso.ts';
import { demoEn } from './demo-en.ts';
import { demoZh } from './demo-zh.ts';
import { dummyjson } from './dummyjson.ts';
import { leyouZh } from './leyou-zh.ts';
import { litemallZh } from './litemall-zh.ts';
import { pcParts } from './pc-parts.ts';
import { retail } from './retail-demo-store.ts';

/** Every judged query, by catalogue and language. */
export const querySets: readonly QuerySet[] = [demoZh, demoEn, pcParts, leyouZh, contoso, dummyjson, litemallZh, retail];
