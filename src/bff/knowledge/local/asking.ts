/** English words that make a question a question, and say nothing of what it is about. */
export const ASKING_WORDS: ReadonlySet<string> = new Set(
  (
    'how when where why who whose what which does do did should would could can will shall may might must there if my your you it its this ' +
    'these that those them they then than so not no was were been being be is are am has have had but by about into out up us our we i me ' +
    'now after before please just also really too a an the to of in on for at with from any some much many and or ' +
    'happen happens happened know tell someone somebody something get got go going like want wanna let wonder wondering hi hello'
  ).split(' '),
);

/** The same in Chinese, the longest first; single characters last. */
export const ASKING_HAN =
  /什么时候|多少钱|多少|谁来|怎么样|怎么办|怎么|怎样|如何|请问|请教|什么|多久|为什么|为啥|哪里|哪儿|哪些|哪个|是否|是不是|能不能|可不可以|会不会|有没有|要不要|需不需要|可以|需要|应该|如果|的话|一下|还是|还有|我们|你们|他们|[的了吗呢吧啊呀么和与或及我你您们他她它在是有会能要想就都也又把被从对为请问]/g;
