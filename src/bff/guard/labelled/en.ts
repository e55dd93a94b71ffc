/**
 * Sentences that state an amount, the amount in ⟦ ⟧. With no evidence every one of them must go; what is around must stay.
 */
export const claims = `
This one rents for ⟦$40 a day⟧.
It is ⟦$1,299.00⟧ and in stock.
It costs ⟦USD 40 per day⟧.
You pay ⟦40 USD⟧ in total.
The deposit is ⟦$500⟧, refundable.
A ⟦$500⟧ deposit applies.
The deposit is ⟦500⟧.
A deposit of ⟦500⟧ is held.
The price is ⟦1299⟧.
Priced at ⟦1,299⟧, it is our best seller.
It sells for ⟦899⟧.
Rent is ⟦99 a day⟧.
Only ⟦$9.99/day⟧.
From ⟦$25/day⟧ with a three-day minimum.
It is ⟦$120⟧ for 3 days.
That comes to ⟦$120⟧ in total.
A total of ⟦$360⟧ for the week.
The monthly rate is ⟦$300⟧.
Monthly rent: ⟦$300⟧.
The daily rate is ⟦45⟧.
The daily rate of ⟦45⟧ includes insurance.
About ⟦three hundred dollars⟧.
Roughly ⟦twenty dollars⟧ more.
It costs ⟦two hundred and fifty dollars⟧.
⟦Fifty bucks⟧ a week gets you started.
⟦€199⟧ for the body only.
⟦1.299,00 €⟧ with the lens.
⟦199 euros⟧ for the body only.
⟦£89⟧ for the weekend.
⟦HK$2,380⟧ for the Hong Kong version.
⟦¥99⟧ per day in the Shanghai shop.
⟦RMB500⟧ covers it.
⟦500 yuan⟧ a week.
⟦500 RMB⟧ a week.
You save ⟦$100⟧ today.
Save ⟦20%⟧ on long rentals.
Now ⟦50% off⟧.
It is ⟦15% off⟧ this week.
There is a discount of ⟦10%⟧.
It is ⟦30 percent off⟧.
⟦20% cheaper⟧ than the other one.
⟦$50⟧ off for members.
⟦$50⟧ cheaper than the other.
It is ⟦$300⟧ less than the Pro.
The difference is ⟦$120⟧.
⟦Free shipping⟧ on this one.
It comes with ⟦free delivery⟧.
There is ⟦no deposit⟧.
⟦Zero deposit⟧ for verified shoppers.
⟦No security deposit⟧ needed.
The deposit is ⟦waived⟧ for you.
We can offer deposit-⟦free⟧ rental.
The tripod is ⟦free⟧.
It is completely ⟦free⟧.
You get it for ⟦free⟧.
It is ⟦free of charge⟧.
There are ⟦no hidden fees⟧.
There are ⟦no fees⟧ at all.
Shipping is ⟦free⟧.
Fees are ⟦waived⟧ this month.
We are ⟦waiving the deposit⟧.
⟦Free returns⟧ within the term.
⟦Complimentary shipping⟧ is included.
⟦Zero down payment⟧ today.
⟦No interest⟧ on this plan.
The shipping fee is ⟦$15⟧.
A cleaning fee of ⟦$30⟧ applies.
The buyout price is ⟦$2,599⟧.
Buy-out: ⟦$2,599⟧.
It starts at ⟦$19⟧.
Starting from ⟦$19⟧.
As low as ⟦$19⟧.
Between ⟦$100 and $200⟧ per night.
⟦$100-$200⟧ a day.
⟦$100–200⟧ a day.
⟦100 to 200 dollars⟧.
There are three under ⟦$500⟧.
It stays below ⟦$1k⟧.
It is about ⟦$1.2k⟧.
A ⟦$2,000⟧ budget is enough.
It was ⟦$1,999⟧, now ⟦$1,299⟧.
**⟦$99⟧** a week is a bargain.
Total: ⟦$297⟧
Price: ⟦$1 299⟧.
⟦$40⟧/day or ⟦$210⟧/week.
⟦$20 per hour⟧ with two hours minimum.
⟦$20/hr⟧ with two hours minimum.
Insurance adds ⟦$5 per day⟧.
The late fee is ⟦$10⟧ a day.
⟦A hundred dollars⟧ a month.
⟦One thousand dollars⟧ buys it.
It retails at ⟦$649.99⟧.
At ⟦$649⟧ it beats the rest.
The kit is ⟦$75⟧ for the weekend.
Expect to pay ⟦$80⟧.
That saves you ⟦$60⟧.
It goes for ⟦A$450⟧ down under.
⟦US$40⟧ per night.
⟦CAD 55⟧ per night.
The yearly fee is ⟦$99⟧.
Weekly rental rate: ⟦$180⟧.
Security deposit: ⟦$250⟧.
The refundable deposit is ⟦$250⟧ and comes back in a week.
You can own it for ⟦$899⟧.
`;

/** Sentences with numbers that are no amounts: nothing of them may change. */
export const innocents = `
It weighs 500 g with battery.
A 24-70mm f/2.8 lens covers most scenes.
It has 24 megapixels and shoots 4K at 60 fps.
The screen is 5.5 inches, 1920x1080.
The battery lasts about 8 hours.
Two batteries get you through a day.
It came out in 2026.
Call us at 400-800-8888.
Open from 9 to 9, seven days a week.
The tripod reaches 1.6 m and folds to 45 cm.
It has 16 GB of memory and 512 GB of storage.
The iPhone 15 256 GB is in stock.
It charges at 65W.
It is 2,000 lumens bright.
Noise stays under 30 dB.
I found 3 cameras for you.
It is rated 4.8 out of 5 by 1,299 people.
It has 98% positive reviews.
The minimum rental is 3 days, the maximum 30.
The deposit comes back within 7 days.
The deposit is returned after three working days.
The e-bike goes 100 km.
It has 10 channels and 20 modes.
ISO goes up to 51200.
It shoots 20 frames per second.
The shutter reaches 1/8000 s.
The tent sleeps 4 people.
It is rated IP68.
Bluetooth 5.3 with 40 ms latency.
It is hands-free.
Feel free to ask me anything.
It is wireless and tangle-free.
It is BPA-free and safe for babies.
You are free to choose.
It is free of noise.
The design frees up space.
No battery is needed.
No problem, here are two options.
There is no flash.
No two cameras are alike.
Zero lag in games.
It needs zero setup time.
Do you want a deposit-free rental?
I can check whether the deposit is waived.
This one is not free.
What is your budget?
How much would you like to spend?
The price is on the card.
The deposit and the rent are on the card.
Rent is counted by the day.
A quiet one for the bedroom.
One of them is lighter.
The one with two lenses is better.
It is the 2nd generation.
The 50mm lens is half as heavy.
Half of the shoppers pick this one.
A dozen colours are available.
Two or three days are enough.
Three of these fit your wish.
I would take the first one.
It is 229 g lighter.
It holds 5000 mAh.
It draws 1200 W.
It runs on 220 V.
Colour temperature is 5600 K.
It refreshes at 120 Hz.
It has a 1-inch sensor.
It has a 10x optical zoom.
From 18 to 55 mm.
It measures 30 x 20 x 10 cm.
It works from -10 to 40 degrees.
It carries 150 kg.
It is 20 minutes away.
Pick it up in 3 days.
Use it 8 hours a day, 5 days a week.
It lasts 500 shots a charge.
Twice a month is worth it.
Three years of warranty.
For children over 3 years.
The pram fits 0 to 36 months.
It has 12 pieces in 3 layers.
It comes in 5 colours.
There are 8 units left.
It is ranked number 1.
The sensor is 50% larger.
It warns at 20% battery.
Humidity stays around 50%.
It compresses 30% better.
The contrast is 1000:1.
It samples at 48 kHz.
It fits 2 bodies and 3 lenses.
Use f/1.8 or wider for stars.
Expose 15 seconds at ISO 3200.
It works at 5000 m above the sea.
The model numbers are A7M4, Z30 and R50.
The X-T5 has a 40 MP sensor.
The order 20260501 is on its way.
Version 1.2.3 fixed it.
It weighs 2 pounds.
It is 6 feet long.
The 24/7 line is open.
Step 1: open the lid.
At least 5 stars in the sky are visible.
It scored over 90 points in tests.
Between 2 and 4 people can sit in it.
Less than 1 kg, so it flies.
Up to 12 hours of music.
The rate is 60 frames per second.
Delivery takes 2 to 3 days.
Shipping takes 3 days.
A total of 12 results were found.
`;
