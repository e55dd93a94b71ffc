/** Attempts to change or read the adviser's own instructions. Answered like anything else that is not its business. */
const MEDDLING =
  /\b(?:ignore|disregard|forget|override|bypass|skip)\b.{0,24}\b(?:previous|prior|above|earlier|all|your|these|those|system)\b.{0,24}\b(?:instructions?|prompts?|rules?|directions?|guidelines?|messages?)\b|\b(?:show|reveal|print|repeat|output|leak|give|tell|send|what(?:'s| is| are))\b.{0,24}\b(?:system (?:prompt|message|instructions?)|(?:your|the|initial|hidden|secret) (?:\w+ )?(?:prompt|instructions?|rules))\b|\bsystem prompt\b|\b(?:developer|debug|admin|god|dan) mode\b|\bjail ?break|\byou are now (?:a|an|in|my|the|no)\b|\b(?:pretend|act) (?:to be|you are|as (?:a|an|if|though|my)) |(?:忽略|无视|忘记|忘掉|不要管|别管|跳过|绕过|覆盖).{0,8}(?:以上|之前|上面|前面|先前|所有|全部|你的|系统).{0,8}(?:指令|规则|提示|设定|要求|内容|限制|命令)|系统提示|提示词|你的(?:指令|设定|规则)(?:是|有|发)|(?:开发者|管理员|调试)模式|越狱|你现在是(?!不是)|(?:扮演|假装)(?:你|成|一)/;

/** Matters of the world that no shop answers. */
const ELSEWHERE =
  /天气|气温|下雨吗|笑话|写.{0,6}(?:诗|代码|程序|脚本|作文|文章|论文|情书|小说)|代码|编程|新闻|股票|股价|基金|彩票|翻译|唱(?:首|个)?歌|数学题|作业|讲(?:个|一个)?故事|总统|首都|世界杯|球赛|星座|算命|你(?:几岁|多大|喜欢|爱)|\bweather\b|\bforecast\b|\bjokes?\b|\bpoems?\b|\bnews\b|\bstock (?:price|market)s?\b|\btranslate\b|\b(?:write|code|debug|program)\b.{0,24}\b(?:code|program|script|function|poem|essay|story|song|letter|email|homework|article|python|javascript|java|sql|html)\b|\b(?:python|javascript|typescript|sql|html) (?:code|script|program|function)\b|\b(?:capital|president|king|queen|population) of\b|\bwho (?:is|was) the\b|\bwho won\b|\b(?:football|basketball|match) (?:score|result)s?\b|\bmeaning of life\b|\bhomework\b|\brecipes?\b|\bhoroscope\b|\bdo you (?:love|like) me\b|\bhow old are you\b|\bwhat(?:'s| is) \d+ ?[+*x/-] ?\d+/;

/** Whether a message is none of a shop's business. @param text folded. */
export const isOutside = (text: string): boolean => MEDDLING.test(text) || ELSEWHERE.test(text);
/** Whether it would change or read the adviser's own instructions: then nothing in it is a wish. @param text folded. */
export const isMeddling = (text: string): boolean => MEDDLING.test(text);
