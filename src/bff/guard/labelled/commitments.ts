/** G17: sentences that promise in the shop's name with nothing behind them, and sentences that only sound alike. */
export const promises = {
  'zh-CN': `
我已为您下单,请等待发货。
已为你预留这台相机。
已经帮您锁定库存。
我已经帮你预约好了。
我会为您申请退款。
我们可以帮您免费升级。
我马上帮您取消订单。
订单已提交,注意查收。
我们保证最低价。
本店保证正品,假一赔十。
平台承诺次日送达。
保证全网最低价。
买贵必赔,放心购买。
假一赔三,请放心。
七天无理由退换。
支持7天无理由退货。
不满意可以全额退款。
随时可退,没有损失。
我们承诺坏了就赔。
终身保修,不用担心。
这款质保三年。
店铺保证当天发货。
当天发货,次日达。
我们都保证质量没问题。
我保证你会满意。
坏了包赔,不用担心。
我可以帮你改价。
我们会替您办理退款。
商家承诺损坏免赔。
享受免费保修服务。
全国联保,放心使用。
我们担保十年不坏。
只换不修,省心。
我这就帮你下单。
保证准时送到。
`,
  en: `
I have reserved it for you.
I've booked the camera for Friday.
I've placed your order.
We've already placed the order for you.
Your order has been placed.
Your reservation is confirmed.
I will reserve one for you.
I'll hold it until Monday.
I can book it for you now.
We guarantee a full refund.
We guarantee it will arrive tomorrow.
I guarantee you will love it.
We promise the lowest price.
I promise it will not break.
We always match any price.
Lowest price guaranteed.
It has a best price guarantee.
There is a money-back guarantee.
You get a full refund, no questions asked.
We will refund you within 24 hours.
We'll replace it if it breaks.
We will compensate you.
It has a lifetime warranty.
Satisfaction guaranteed.
We can waive the deposit for you.
I have cancelled your order.
I've applied a coupon to your cart.
We will deliver it tomorrow.
We deliver within two hours.
We'll ship it today.
It is guaranteed to arrive by Friday.
Next-day delivery on all items.
I've upgraded your plan.
We cover any damage.
I've extended your rental.
`,
} as const;

export const innocents = {
  'zh-CN': `
我为你找到了三款相机。
我帮你对比一下这两款。
我们先看重量,再看画质。
需要我帮你下单吗?
要不要我帮你预约?
我不能替你下单,可以在卡片上操作。
我无法保证库存。
不保证每天都有货。
大光圈保证了夜景的画质。
双电池保证续航。
这款更适合你。
我已经看过这两款的参数。
已经有三款符合条件。
下单前请看卡片上的条款。
退款规则请以店铺说明为准。
可以在卡片里看到质保说明。
你可以在店铺里查看退货规则。
我建议先租后买。
我觉得第二款更好。
我可以再帮你找更轻的。
我们来对比一下续航。
我帮你看看有没有更便宜的。
订单状态可以在订单页查看。
店铺的保障写在卡片上。
租期可以选三天或一周。
预留一点空间给镜头。
保证金就是押金的另一种叫法。
请问店铺是否支持退货。
退租时请带上充电器。
平台上有很多款可选。
这款的评价说发货很快。
你想要当天能拿到的吗?
它不需要安装。
我会按重量排序。
我可以按价格排序给你看。
`,
  en: `
I found three cameras for you.
I can compare the two for you.
I would take the lighter one.
We can look at the weight first.
Would you like me to reserve it?
Should I book it for you?
I cannot place orders, but the card can.
I can't guarantee stock.
We do not guarantee the colour.
I have ordered them by price.
I have ordered the results by weight.
I've placed the two side by side.
I can show more options.
I think the second one fits better.
I will look for a lighter one.
We have two that fit your wish.
The two lenses guarantee sharp corners.
Please check the return policy with the shop.
The warranty is written on the card.
You can return to the search at any time.
The card shows whether it can be reserved.
Its battery will last all day.
I checked the rating and the weight.
I can sort them by price.
We see the same sensor in both.
Do you want it delivered?
If we deliver it to you, which city is it?
I am looking for a quieter one.
I also found a tripod.
I just compared the reviews.
We are talking about the same lens.
I need one more detail.
I will keep your wish in mind.
The seller ships from Shanghai.
The book fits in the bag.
`,
} as const;
