import type { Case } from './case.ts';
import { number, salePrice } from './case.ts';
import { brand, color, feature, notBrand, sale, says, stated, titled, type } from './checks.ts';

const psu = type('power supply');
const gpu = type('graphics card');
const fan = type('case fan');
const mouse = type('mouse');

/** Requests over `../shared/data/pc-parts`, a catalogue the planner was not written for. */
export const pcCases: readonly Case[] = [
  {
    say: 'modular power supply, at least 750 W, under $150',
    cards: [psu, feature('modular'), stated('wattage', { min: 750 }), sale({ max: 150 })],
  },
  { say: ['power supply under $150', 'a quiet one'], said: /noise level is not stated/i },
  { say: '1000瓦以上的电源', cards: [psu, stated('wattage', { min: 1000 })] },
  { say: 'a corsair power suply with 850w', cards: [psu, brand('corsair'), stated('wattage', { min: 850, max: 850 })] },
  { say: 'gold rated psu between $100 and $150', cards: [psu, says('efficiency', 'gold'), sale({ min: 100, max: 150 })] },
  { say: 'fully modular psu', cards: [psu, says('modular', 'full')] },
  { say: 'SFX power supply', cards: [psu, says('type', 'sfx')] },
  { say: 'I need a graphics card', cards: [gpu], asks: true },
  { say: ['I need a graphics card', 'MSI'], cards: [gpu, brand('msi')] },
  { say: ['I need a graphics card', '16GB'], cards: [gpu, stated('memory', { min: 16, max: 16 })] },
  { say: 'graphics card with 16GB memory, white', cards: [gpu, stated('memory', { min: 16, max: 16 }), color('white')] },
  { say: 'rtx 4090', cards: [titled('4090')] },
  { say: '显卡 500美元以内', cards: [gpu, sale({ max: 500 })] },
  { say: 'wireless mouse, not Logitech', cards: [mouse, says('connection_type', 'wireless'), notBrand('logitech')] },
  { say: 'cheapest 2TB ssd', cards: [stated('capacity', { min: 2000, max: 2000 }), says('type', 'ssd')], order: salePrice },
  { say: 'ddr5 memory 32GB', cards: [type('memory'), stated('capacity', { min: 32, max: 32 })] },
  { say: 'case fans under 20 dB, 140mm', cards: [fan, stated('noise_level', { max: 20 }), stated('size', { min: 140, max: 140 })] },
  { say: 'quietest case fan', cards: [fan], order: number('noise_level') },
  { say: 'case fan with the highest airflow', cards: [fan], order: number('airflow', -1) },
  {
    say: 'motherboard with AM5 socket and 4 memory slots',
    cards: [type('motherboard'), says('socket', 'am5'), stated('memory_slots', { min: 4, max: 4 })],
  },
  { say: 'am5 主板', cards: [type('motherboard'), says('socket', 'am5')] },
  { say: 'micro atx motherboard for under $120', cards: [type('motherboard'), says('form_factor', 'micro atx'), sale({ max: 120 })] },
  { say: 'webcam 1080p', cards: [type('webcam'), says('resolutions', '1080p')] },
  { say: 'cheapest webcam', cards: [type('webcam')], order: salePrice },
  { say: 'noctua cpu cooler', cards: [type('cpu cooler'), brand('noctua')] },
  { say: 'cpu cooler, no Corsair, under $50', cards: [type('cpu cooler'), notBrand('corsair'), sale({ max: 50 })] },
  { say: 'white case under $100', cards: [type('case'), color('white'), sale({ max: 100 })] },
  { say: '白色机箱', cards: [type('case')] },
  { say: 'processor with 8 cores under $300', cards: [type('processor'), stated('core_count', { min: 8, max: 8 }), sale({ max: 300 })] },
  { say: 'an external drive with at least 4 TB', cards: [type('external drive'), stated('capacity', { min: 4000 })] },
  { say: 'ups over 1000 W', cards: [type('ups'), stated('capacity_w', { min: 1000 })] },
  { say: 'washing machine', nothing: true },
  { say: 'laptop bag', nothing: true },
  { say: 'rent a webcam for 3 days', said: /does not rent/ },
  { say: 'hello', talk: true },
  { say: 'speakers', cards: [type('speakers')] },
  { say: ['mouse under $30', 'cheaper'], cards: [mouse, sale({ max: 30 })], fresh: true },
];
