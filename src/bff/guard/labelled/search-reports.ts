/** Sentences of answers whose turn called no tool: `told` ones report a search as done, `honest` ones do not. */
export const told = {
  en: `
I searched again and found two lighter cameras.
I've searched the catalogue once more: here is a better one.
I just checked our stock and there are three left.
I looked again and this one came up.
I ran another search with a wider budget.
I did a quick search and these fit.
I looked it up for you: it weighs less than the first.
I have re-checked the listings and it is still there.
I double-checked the catalogue, and the tent is available.
A new search shows four projectors.
My search returned two strollers.
The search came back with one result.
I also found another tripod that fits.
I just found a quieter one.
I found two more options for you.
This time I found a drone with longer range.
After searching again, I would take the second one.
After checking the catalogue again, this is the lightest.
We searched all cameras and picked three.
I went back to the catalogue and there is one more.
I queried the inventory and it is in stock.
I've gone through the listings again.
I scanned the catalogue for quiet projectors.
I performed a new search for tents under your budget.
I have just looked through the catalogue, and here are three.
Search results: two cameras match.
Having searched the catalogue, I suggest this one.
With another search I got these two.
Another quick look brought up a smaller one.
I also searched for bags that fit it.
I checked again and the black one is available.
I browsed the catalogue and this stands out.
I searched for "light tripod" and got five hits.
Great news: I've found three new cameras.
I looked in the warehouse system and found a spare.
The updated search confirms that it is the cheapest.
I made a second search, without the brand.
Upon searching once more, two speakers turned up.
I've already searched for that again; see below.
The latest search turned up nothing cheaper.
I then checked the inventory for your dates.
I re-ran the search with seven days.
We have checked the stock for you.
My query returned a single match.
I found some additional lenses for it.
`,
  'zh-CN': `
我又查了一下，找到两款更轻的。
我重新搜索了一遍，有三台符合。
我再次查询了商品目录，这款最合适。
刚刚又搜了一遍，没有更便宜的。
我帮你查了库存，还有三台。
已为你重新搜索，结果如下。
我又找到一款，比刚看的轻。
帮你找到了两款帐篷。
我查了一下，这台支持投屏。
我在目录里翻了翻，只有这一款。
搜索结果显示有四台投影仪。
查询结果如下：
经过再次检索，推荐这两款。
重新查询后，我更推荐第二台。
我去商品目录里又搜了一遍。
我换了个关键词搜了一次，找到一台。
为您查到三款婴儿车。
又帮你搜到两款音箱。
我刚查了，今天有货。
我们重新核对了商品信息，没有问题。
已经再次查询，目前有两台。
我又看了目录，重新查到一款静音的。
这次找到了一台更亮的。
另外我再查了一下三脚架，有两款合适。
通过重新搜索，我找到了更合适的。
我按你的预算重新检索了一遍。
我已查询库存，黑色有货。
帮您搜索了一下，有五款相机。
我特意查了店里的镜头，适配的有两支。
刚刚重新查到一台九成新的。
我用“轻便”又搜了，出来三台。
我已经帮你查过了，最便宜的是这台。
又查到了两款同价位的。
我再搜了一次，放宽了品牌。
我查到这款还有别的颜色。
我核实了一下，它能用在雨天。
重新搜索了，不限品牌的话有六款。
我把条件放宽后又搜了一遍，有四台。
替你查了，周五可以租。
专门搜了儿童款，有三种。
我搜索了所有帐篷，这顶最轻。
再次检索完，还是这款最合适。
我翻了一遍目录，没有更小的了。
为你重新查找了，这两台都可以。
`,
} as const;

export const honest = {
  en: `
I found these earlier; the first is still the lightest.
Shall I search again with a wider budget?
I can search once more without the brand.
Would you like me to check the catalogue for tents?
Let me know the dates and I will check the stock.
The cameras I found before are shown above.
I have not searched for that yet.
I haven't checked the inventory for Friday.
If I searched without the brand, more would fit.
Do you want me to run another search?
You searched for a light camera, so weight matters most.
As I found earlier, the second one has no deposit.
I could look again with another budget.
Once I have searched, I will show you cards.
The first search above showed two cameras.
Of the ones I found for you before, take the first.
I did not find anything lighter in the last search.
What should I search for?
Tell me the brand and I'll search for it.
Many people search for strollers in spring.
The search box at the top lists every category.
This camera finds faces and follows them.
The drone returns home by itself when the battery is low.
Check the size before you order.
After checking the size, you can add it to the cart.
You can check again tomorrow; stock changes every day.
I looked at what you compared: the first is lighter.
From the results above, the second one fits best.
These two were in the results I showed you.
The earlier results still hold.
I would search for something quieter next.
I cannot search outside this shop.
Before I search, how many people is it for?
I never checked the weight, so I do not know.
Search and rescue teams use such lights.
I see that you looked at the black one.
The one we talked about first is the better buy.
Both were found in the first search.
The first two are the ones I showed at the start.
I am happy to look again: what is missing?
When I searched earlier, three tents fit; the first is the lightest.
I recommend the one from before.
It was checked by the maker before shipping.
The lens was found to be sharp by many reviewers.
No need for another search: the second one fits.
`,
  'zh-CN': `
我之前找到的这两款里，第一款更轻。
要不要我再查一下？
需要我重新搜索吗？
我可以再帮你查一下库存。
还没查过周五的库存。
我没有查到重量，没有注明。
上面找到的三款里，第二款免押。
刚才查到的那两款都可以。
如果放宽品牌，我再搜一次。
你搜索的是轻便相机，所以重量最要紧。
告诉我日期，我来查。
我这就再查，请告诉我预算。
前面搜到的第一款最合适。
等我查了再告诉你。
上次找到的那台还在。
你想让我查哪一款？
很多人搜索婴儿车时会看重量。
这台相机可以自动查找人脸。
无人机电量低时会自己返航。
下单前请核对尺码。
我不能查其他店的商品。
先前查询的结果仍然有效。
我没再搜索，直接说说这两款的区别。
想找什么样的？
你可以明天再看看，库存每天都会变。
我还没重新查，先问一下人数。
从上面的结果看，第二款更合适。
可以换个词再搜，要试试吗？
如果你愿意，我重新搜一遍。
这两款是一开始给你找到的。
我不确定，没有注明。
要查订单请先登录。
客服查了以后会联系你。
店铺顶部的搜索框能看到全部分类。
搜索结果里可以按价格排序吗？
之前帮你找到的三款里，最轻的是第一款。
它的说明书可以在官网查到。
你看过的那款更便宜。
不用再查了，第一款就够用。
先说人数，我再找。
租之前可以查看实物照片。
你之前查过的那台也能租。
最初找到的那款现在还有。
我建议看第一款。
`,
} as const;
