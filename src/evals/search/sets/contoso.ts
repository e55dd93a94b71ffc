import type { QuerySet } from '../judged.ts';

export const contoso: QuerySet = {
  catalogue: 'contoso',
  locale: 'en',
  lines: `
type | microwave | type:Microwaves
type | laptops | type:Laptops
type | camcorder | type:Camcorders
type | refrigerators | type:Refrigerators
type | bluetooth headphones | type:Bluetooth Headphones
brand | fabrikam laptop | type:Laptops; brand:Fabrikam
brand | litware fan | type:Fans; brand:Litware
brand | adventure works television | type:Televisions; brand:Adventure Works
brand | proseware projector | type:Projectors & Screens; brand:Proseware
model | e0110 microwave | model:E0110; type:Microwaves
model | M910 | model:M910
model | X1250 coffee | model:X1250; type:Coffee Machines
unit | 8000BTU air conditioner | type:Air Conditioners; cooling=8000
unit | 15.6" tv | type:Televisions; screen_size=15.6 in
unit | 512 MB mp3 | type:MP4&MP3; storage=512 MB
unit | 512MB player | type:MP4&MP3; storage=512 MB
unit | 27" washer | type:Washers & Dryers; titled:27in
synonym | fridge | type:Refrigerators
synonym | notebook computer | type:Laptops
synonym | tv | type:Televisions
synonym | smartphone | type:Smart phones & PDAs
synonym | earbuds | type:Bluetooth Headphones
synonym | chandelier | type:Lamps; titled:chandelier
misspelling | refridgerator | type:Refrigerators
misspelling | lapotp | type:Laptops
misspelling | microwve white | type:Microwaves; color:White
misspelling | fabricam camcorder | type:Camcorders; brand:Fabrikam
mixed | 微波炉 | type:Microwaves
mixed | Litware 冰箱 | type:Refrigerators; brand:Litware
mixed | 空调 | type:Air Conditioners
mixed | 红色 microwave | type:Microwaves; color:Red
two-character | 电视 | type:Televisions
two-character | 耳机 | type:Bluetooth Headphones
colour, size | red microwave | type:Microwaves; color:Red
colour, size | black laptop | type:Laptops; color:Black
colour, size | blue refrigerator | type:Refrigerators; color:Blue
colour, size | silver mp3 player | type:MP4&MP3; color:Silver
use | car video player | type:Car Video
use | photo printer | type:Printers, Scanners & Fax; titled:photo
use | desk lamp | type:Lamps; titled:desk lamp
`,
};
