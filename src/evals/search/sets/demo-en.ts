import type { QuerySet } from '../judged.ts';

export const demoEn: QuerySet = {
  catalogue: 'demo',
  locale: 'en',
  lines: `
type | projectors | type:Projector
type | sleeping bag | type:Sleeping bag
type | action camera | type:Action camera
type | car seat | type:Child car seat
brand | Pinefold tent | type:Tent; brand:Pinefold
brand | Skorra drone | type:Drone; brand:Skorra
brand | Echovale speaker | type:Speaker; brand:Echovale
model | K5 Pro | model:K5 Pro
model | AX 24-70 | model:AX 24-70
model | line-h cable | model:Line H; type:Cable
unit | 32GB laptop | type:Laptop; ram=32 GB
unit | 13.3" laptop | type:Laptop; screen_size=13.3 in
unit | 1 kW speaker | type:Speaker; power>=1000 W
unit | 1.6kg tripod | type:Tripod; weight=1.6 kg
unit | 0.5 TB phone | type:Phone; storage=512 GB
synonym | notebook computer | type:Laptop
synonym | quadcopter | type:Drone
synonym | pram | type:Stroller
synonym | electric bicycle | type:E-bike
synonym | smartphone | type:Phone
synonym | loudspeaker | type:Speaker
misspelling | projecter | type:Projector
misspelling | stoller | type:Stroller
misspelling | Pinfold tent | type:Tent; brand:Pinefold
misspelling | micorphone | type:Microphone
misspelling | Echovail speaker | type:Speaker; brand:Echovale
misspelling | foldabel e-bike | type:E-bike; feature:foldable
mixed | Aurel 微单 | type:Camera; brand:Aurel
mixed | 无人机 Skorra | type:Drone; brand:Skorra
colour, size | black camera | type:Camera; color:Black
colour, size | navy laptop | type:Laptop; color:Navy
colour, size | pink instant camera | type:Camera; says:instant; color:Pink
use | camera for stargazing | type:Camera; use:stargazing
use | tent for families | type:Tent; for:families
use | waterproof speaker | type:Speaker; feature:waterproof
use | gaming laptop | type:Laptop; for:gamers
`,
};
