import { useConversation, useWidget } from '../app/widget-context.ts';
import { useLanguage } from '../i18n/language.ts';

const link = 'rounded-small underline-offset-2 hover:text-ink hover:underline';

/** A contact may be an address to follow or only words to read, such as opening hours. */
const isLink = (contact: string): boolean => /^(https:\/\/|mailto:|tel:|\/(?!\/))/i.test(contact);

/** Says what this is, as many countries require, and the way to a person. */
export function Disclosure() {
  const { t } = useLanguage();
  const { host, shop } = useWidget();
  const conversationId = useConversation(({ conversation }) => conversation.id);
  const contact = shop?.contact;
  return (
    <p className="flex flex-wrap justify-center gap-x-1.5 px-3 pt-1.5 pb-2.5 text-tiny text-soft">
      <span>{t.footer.automatic}</span>
      {shop?.privacy && (
        <>
          <span aria-hidden="true">·</span>
          <a className={link} href={shop.privacy}>
            {t.footer.privacy}
          </a>
        </>
      )}
      {contact && (
        <>
          <span aria-hidden="true">·</span>
          {isLink(contact) ? (
            <a
              className={link}
              href={contact}
              onClick={() => host.emit('handoff', conversationId === undefined ? {} : { conversation_id: conversationId })}
            >
              {t.footer.person}
            </a>
          ) : (
            <span dir="auto">{contact}</span>
          )}
        </>
      )}
    </p>
  );
}
