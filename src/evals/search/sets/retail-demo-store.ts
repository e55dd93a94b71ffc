import type { QuerySet } from '../judged.ts';

export const retail: QuerySet = {
  catalogue: 'retail-demo-store',
  locale: 'en',
  lines: `
type | backpack | type:backpack
type | sofas | type:sofas
type | earrings | type:earrings
type | hiking boots | type:boot; says:hiking
type | wall clock | type:clock; says:wall
type | percussion | type:percussion
synonym | couch | type:sofas
synonym | sneakers | type:sneaker
synonym | tv | type:television
synonym | headset | type:headphones
misspelling | neclace | type:necklace
misspelling | backpak | type:backpack
misspelling | scredriver | type:screwdriver
misspelling | headhpones | type:headphones
mixed | 背包 | type:backpack
mixed | 手表 | type:watch
mixed | 耳机 | type:headphones
colour, size | red scarf | type:scarf; says:red
colour, size | brown leather jacket | type:jacket; says:leather; says:brown
colour, size | white sneaker | type:sneaker; says:white
colour, size | black leather belt | type:belt; says:leather; says:black
use | christmas ornament | type:christmas; says:ornament
use | wedding bouquet | type:bouquet; says:wedding
use | fly fishing rod | type:fishing; says:fly
use | cordless drill | type:drill; says:cordless
`,
};
