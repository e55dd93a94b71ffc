import { useConversation, useWidget } from '../app/widget-context.ts';
import { useLanguage } from '../i18n/language.ts';

const link = 'rounded-small underline-offset-2 hover:text-ink hover:underline';

/** Says what this is, as many countries require, and the way to a person. */
export function Disclosure() {
  const { t } = useLanguage();
  const { host, profile } = useWidget();
  const conversationId = useConversation(({ conversation }) => conversation.id);
  return (
    <p className="flex flex-wrap justify-center gap-x-1.5 px-3 pt-1.5 pb-2.5 text-tiny text-soft">
      <span>{t.footer.automatic}</span>
      {profile?.privacy_url && (
        <>
          <span aria-hidden="true">·</span>
          <a className={link} href={profile.privacy_url}>
            {t.footer.privacy}
          </a>
        </>
      )}
      {profile?.contact && (
        <>
          <span aria-hidden="true">·</span>
          <a
            className={link}
            href={profile.contact.url}
            onClick={() => host.emit('handoff', conversationId === undefined ? {} : { conversation_id: conversationId })}
          >
            {profile.contact.label ?? t.footer.person}
          </a>
        </>
      )}
    </p>
  );
}
