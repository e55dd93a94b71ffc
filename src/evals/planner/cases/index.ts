import type { CaseFile } from '../case.ts';
import { contosoEn, contosoZh } from './contoso.ts';
import { demoEn } from './demo-en.ts';
import { demoZh } from './demo-zh.ts';
import { dummyjsonEn, dummyjsonZh } from './dummyjson.ts';
import { leyouEn, leyouZh } from './leyou-zh.ts';
import { pcEn, pcZh } from './pc-parts.ts';

/** Every case of the planner's evaluation. */
export const caseFiles: readonly CaseFile[] = [
  demoZh,
  demoEn,
  pcEn,
  pcZh,
  leyouZh,
  leyouEn,
  contosoEn,
  contosoZh,
  dummyjsonEn,
  dummyjsonZh,
];
