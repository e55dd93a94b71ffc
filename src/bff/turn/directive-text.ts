import type { Directive } from '../../protocol/directives.ts';

const quoted = (text: string): string => (text.includes('"') ? `'${text.replaceAll("'", '’')}'` : `"${text}"`);

/** A shown card as the tag that asked for it: what the model's own history says, and nothing it was refused. */
export function directiveText(directive: Directive): string {
  switch (directive.name) {
    case 'itemCard':
      return `<itemCard id=${quoted(directive.id)}${directive.reason ? ` reason=${quoted(directive.reason)}` : ''}/>`;
    case 'videoCard':
      return `<videoCard id=${quoted(directive.id)}/>`;
    case 'moreItems':
      return '<moreItems/>';
    case 'compareTable':
      return `<compareTable ids=${quoted(directive.ids.join(','))}/>`;
    case 'bundleCard':
      return `<bundleCard title=${quoted(directive.title)} ids=${quoted(directive.members.map((each) => each.id).join(','))} quantities=${quoted(directive.members.map((each) => each.quantity).join(','))}/>`;
    case 'askCard':
      return `<askCard>${JSON.stringify({ question: directive.question, options: directive.options, multi: directive.multi })}</askCard>`;
  }
}
