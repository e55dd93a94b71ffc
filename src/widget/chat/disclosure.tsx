import { useState } from 'react';
import { useConversation, useWidget } from '../app/widget-context.ts';
import { useLanguage } from '../i18n/language.ts';

const link = 'rounded-small underline-offset-2 hover:text-ink hover:underline';

/** A contact may be an address to follow or only words to read, such as opening hours. */
const isLink = (contact: string): boolean => /^(https:\/\/|mailto:|tel:|\/(?!\/))/i.test(contact);

/** Says what this is, as many countries require, and the way to a person. */
export function Disclosure() {
  const { t } = useLanguage();
  const { shop } = useWidget();
  return (
    <p className="flex flex-wrap justify-center gap-x-1.5 px-3 pt-1.5 pb-2.5 text-tiny text-soft">
      <span>{t.footer.automatic}</span>
      {shop?.privacy && (
        <>
          <Dot />
          <a className={link} href={shop.privacy}>
            {t.footer.privacy}
          </a>
        </>
      )}
      <Person contact={shop?.contact} />
    </p>
  );
}

const Dot = () => <span aria-hidden="true">·</span>;

/** The shop's own address, unless its page takes the shopper over; where there is none, the page itself if it listens for them. */
function Person({ contact }: { contact: string | undefined }) {
  const { t } = useLanguage();
  const { host } = useWidget();
  const conversationId = useConversation(({ conversation }) => conversation.id);
  const [told, setTold] = useState(false);
  /** @returns whether the page left it to us */
  const handOff = (): boolean => host.emit('handoff', conversationId === undefined ? {} : { conversation_id: conversationId });
  if (contact !== undefined && isLink(contact))
    return (
      <>
        <Dot />
        <a className={link} href={contact} onClick={(event) => handOff() || event.preventDefault()}>
          {t.footer.person}
        </a>
      </>
    );
  return (
    <>
      {contact !== undefined && (
        <>
          <Dot />
          <span dir="auto">{contact}</span>
        </>
      )}
      {host.listens('handoff') && (
        <>
          <Dot />
          {!told && (
            <button
              type="button"
              className={link}
              onClick={() => {
                handOff();
                setTold(true);
              }}
            >
              {t.footer.person}
            </button>
          )}
          <span role="status">{told ? t.footer.told : ''}</span>
        </>
      )}
    </>
  );
}
