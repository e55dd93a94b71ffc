import type { QuerySet } from '../judged.ts';

export const pcParts: QuerySet = {
  catalogue: 'pc-parts',
  locale: 'en',
  lines: `
type | power supply | type:Power supply
type | graphics card | type:Graphics card
type | cpu cooler | type:CPU cooler
type | case fan | type:Case fan
type | motherboards | type:Motherboard
brand | corsair power supply | type:Power supply; brand:Corsair
brand | noctua case fan | type:Case fan; brand:Noctua
brand | asus motherboard | type:Motherboard; brand:Asus
brand | logitech mouse | type:Mouse; brand:Logitech
brand | western digital internal drive | type:Internal drive; brand:Western Digital
brand | lian li case | type:Case; brand:Lian Li
model | i7-7740X | model:i7-7740X
model | Ryzen 5 5600X | model:Ryzen 5 5600X; type:Processor
model | RM750x | model:RM750x; brand:Corsair
model | NH-D15 | model:NH-D15
model | b650m a | model:B650M-A; type:Motherboard
model | rtx4070 | model:RTX 4070; type:Graphics card
model | deathadder v2 | model:DeathAdder V2; type:Mouse
unit | 750W power supply | type:Power supply; wattage=750 W
unit | 0.75 kW power supply | type:Power supply; wattage=750 W
unit | 1TB ssd | type:Internal drive; type~SSD; capacity=1000 GB
unit | 2000GB hard drive | type:Internal drive; type~HDD; capacity=2000 GB
unit | 4 tb external drive | type:External drive; capacity=4000 GB
unit | 140mm case fan | type:Case fan; size=140 mm
unit | 14 cm case fan | type:Case fan; size=140 mm
unit | 3200 MHz memory | type:Memory; speed=3200 MHz
unit | 3.2GHz ddr4 memory | type:Memory; speed=3200 MHz
unit | 32GB memory | type:Memory; capacity=32 GB
synonym | psu | type:Power supply
synonym | video card | type:Graphics card
synonym | gpu | type:Graphics card
synonym | cpu | type:Processor
synonym | ram | type:Memory
synonym | mainboard | type:Motherboard
synonym | pc case | type:Case
synonym | portable hard drive | type:External drive; type~Portable
misspelling | corsiar power supply | type:Power supply; brand:Corsair
misspelling | motherbord | type:Motherboard
misspelling | logitec mouse | type:Mouse; brand:Logitech
misspelling | graphcis card | type:Graphics card
misspelling | seasonik power supply | type:Power supply; brand:SeaSonic
misspelling | modullar power suply | type:Power supply; modular~Full/Semi
mixed | 显卡 | type:Graphics card
mixed | 华硕 主板 | type:Motherboard; brand:Asus
mixed | corsair 电源 | type:Power supply; brand:Corsair
mixed | 1TB 固态硬盘 | type:Internal drive; type~SSD; capacity=1000 GB
mixed | 罗技 鼠标 | type:Mouse; brand:Logitech
two-character | 内存 | type:Memory
two-character | 机箱 | type:Case
colour, size | white mid tower case | type:Case; color:White; type~Mid Tower
colour, size | white graphics card | type:Graphics card; color:White
colour, size | black case fan | type:Case fan; color:Black
colour, size | purple mouse | type:Mouse; color:Purple
use | fully modular power supply | type:Power supply; modular~Full
use | wireless mouse | type:Mouse; connection_type~Wireless
use | gold power supply | type:Power supply; efficiency~gold
use | am5 motherboard micro atx | type:Motherboard; socket~AM5; form_factor~Micro ATX
use | tempered glass case | type:Case; side_panel~Tempered Glass
`,
};
