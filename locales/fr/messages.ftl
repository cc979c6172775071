### E-mails et SMS. Voir locales/en/messages.ftl pour ce que chaque message peut demander.

## Ce que tous ont en commun

message-hello = Bonjour { $name },
message-hello-you = Bonjour,
message-code = Votre code
message-or-link = Si le bouton ne fonctionne pas, ouvrez cette adresse :
message-or-link-text = Ou ouvrez cette adresse :
message-both-good-for = Le code et le lien servent une fois, dans les { $time }.
message-code-good-for = Le code sert une fois, dans les { $time }.
message-link-good-for = Le lien sert une fois, dans les { $time }.
message-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
message-hours =
    { $count ->
        [one] { $count } heure
       *[other] { $count } heures
    }
message-days =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
message-when = Quand
message-ip = Adresse réseau
message-never = Personne de { $host } ne vous demandera jamais ce code.
message-footer = Envoyé par { $host }. Les réponses à ce message ne sont pas lues.

## Pour confirmer une adresse

message-verify_email-subject = Confirmez votre adresse e-mail
message-verify_email-title = Confirmez votre adresse e-mail
message-verify_email-lead = Saisissez ce code sur { $host } pour montrer que cette adresse est la vôtre.
message-verify_email-button = Confirmer cette adresse
message-verify_email-unasked = Si vous n’avez pas donné cette adresse à { $host }, il n’y a rien à faire : sans le code, rien ne se passe.
message-verify_phone-sms =
    { $timed ->
        [yes] { $code } est votre code pour confirmer ce numéro sur { $host }, valable { $time }. Ne le partagez pas.
       *[no] { $code } est votre code pour confirmer ce numéro sur { $host }. Ne le partagez pas.
    }

## Pour définir un nouveau mot de passe

message-reset_password-subject = Définissez un nouveau mot de passe
message-reset_password-title = Définissez un nouveau mot de passe
message-reset_password-lead = Quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour votre compte sur { $host }. Saisissez-y ce code.
message-reset_password-button = Définir un nouveau mot de passe
message-reset_password-unasked = Si ce n’était pas vous, il n’y a rien à faire : votre mot de passe reste le même, tant que personne n’apprend le code.
message-reset_password-sms =
    { $timed ->
        [yes] { $code } est votre code pour un nouveau mot de passe sur { $host }, valable { $time }. Pas vous ? Ignorez ceci. Ne le partagez pas.
       *[no] { $code } est votre code pour un nouveau mot de passe sur { $host }. Pas vous ? Ignorez ceci. Ne le partagez pas.
    }

## Pour se connecter avec un code

message-login_code-subject = Votre code de connexion
message-login_code-title = Connectez-vous avec ce code
message-login_code-lead = Saisissez ce code sur { $host } pour vous connecter à votre compte.
message-login_code-button = Se connecter
message-login_code-unasked = Si vous n’êtes pas en train de vous connecter, ne donnez ce code à personne. Sans lui, personne n’entre.
message-login_code-sms =
    { $timed ->
        [yes] { $code } est votre code de connexion à { $host }, valable { $time }. Pas vous ? Ne le partagez pas.
       *[no] { $code } est votre code de connexion à { $host }. Pas vous ? Ne le partagez pas.
    }

## Pour changer d’adresse

message-change_email-subject = Confirmez votre nouvelle adresse e-mail
message-change_email-title = Confirmez votre nouvelle adresse e-mail
message-change_email-lead = Saisissez ce code sur { $host }, et votre compte utilise désormais cette adresse.
message-change_email-button = Utiliser cette adresse
message-change_email-unasked = Si vous n’avez pas de compte sur { $host }, quelqu’un s’est trompé en tapant. Il n’y a rien à faire : sans le code, rien ne se passe.
message-change_phone-sms =
    { $timed ->
        [yes] { $code } est votre code pour utiliser ce numéro avec votre compte sur { $host }, valable { $time }. Ne le partagez pas.
       *[no] { $code } est votre code pour utiliser ce numéro avec votre compte sur { $host }. Ne le partagez pas.
    }

## Une adresse a été changée : à l’ancienne

message-email_changed-subject =
    { $how ->
        [removed] Votre adresse e-mail a été retirée
       *[changed] Votre adresse e-mail a été changée
    }
message-email_changed-title = { message-email_changed-subject }
message-email_changed-lead =
    { $how ->
        [removed] Votre compte sur { $host } n’a plus d’adresse e-mail. Cette adresse ne lui appartient plus.
       *[changed]
            { $shown ->
                [yes] Votre compte sur { $host } utilise maintenant { $new_email }. Cette adresse-ci ne lui appartient plus.
               *[no] Votre compte sur { $host } utilise maintenant une autre adresse e-mail. Cette adresse-ci ne lui appartient plus.
            }
    }
message-email_changed-button = Annuler le changement
message-email_changed-unasked =
    { $linked ->
        [yes] Si c’était vous, il n’y a rien à faire. Sinon, annulez-le maintenant avec ce lien, puis définissez un nouveau mot de passe.
       *[no] Si c’était vous, il n’y a rien à faire. Sinon, définissez un nouveau mot de passe sur { $site }/password/reset.
    }
message-email_changed-sms =
    { $linked ->
        [yes]
            { $how ->
                [removed] L’adresse e-mail de votre compte sur { $host } a été retirée. Pas vous ? Annulez : { $link }
               *[changed] L’adresse e-mail de votre compte sur { $host } a été changée. Pas vous ? Annulez : { $link }
            }
       *[no]
            { $how ->
                [removed] L’adresse e-mail de votre compte sur { $host } a été retirée. Pas vous ? Nouveau mot de passe : { $site }/password/reset
               *[changed] L’adresse e-mail de votre compte sur { $host } a été changée. Pas vous ? Nouveau mot de passe : { $site }/password/reset
            }
    }

message-phone_changed-subject =
    { $how ->
        [removed] Votre numéro de téléphone a été retiré
       *[changed] Votre numéro de téléphone a été changé
    }
message-phone_changed-title = { message-phone_changed-subject }
message-phone_changed-lead =
    { $how ->
        [removed] Votre compte sur { $host } n’a plus de numéro de téléphone. L’ancien ne lui appartient plus.
       *[changed]
            { $shown ->
                [yes] Votre compte sur { $host } utilise maintenant le numéro { $new_phone }. L’ancien ne lui appartient plus.
               *[no] Votre compte sur { $host } utilise maintenant un autre numéro de téléphone. L’ancien ne lui appartient plus.
            }
    }
message-phone_changed-button = Annuler le changement
message-phone_changed-unasked = { message-email_changed-unasked }
message-phone_changed-sms =
    { $linked ->
        [yes]
            { $how ->
                [removed] Le numéro de votre compte sur { $host } a été retiré. Pas vous ? Annulez : { $link }
               *[changed]
                    { $shown ->
                        [yes] Le numéro de votre compte sur { $host } est maintenant { $new_phone }. Pas vous ? Annulez : { $link }
                       *[no] Le numéro de votre compte sur { $host } a été changé. Pas vous ? Annulez : { $link }
                    }
            }
       *[no]
            { $how ->
                [removed] Le numéro de votre compte sur { $host } a été retiré. Pas vous ? Nouveau mot de passe : { $site }/password/reset
               *[changed]
                    { $shown ->
                        [yes] Le numéro de votre compte sur { $host } est maintenant { $new_phone }. Pas vous ? Nouveau mot de passe : { $site }/password/reset
                       *[no] Le numéro de votre compte sur { $host } a été changé. Pas vous ? Nouveau mot de passe : { $site }/password/reset
                    }
            }
    }

## À la place de ces deux-là, quand quelqu’un d’autre a prouvé que l’adresse est la sienne

message-address_released-subject = Une adresse a été retirée de votre compte
message-address_released-title = Une adresse a été retirée de votre compte
message-address_released-lead = Une adresse e-mail ou un numéro de votre compte sur { $host }, jamais confirmé par vous, appartient à quelqu’un d’autre, qui l’a confirmé. Il a été retiré de votre compte. Tout le reste est inchangé.
message-address_released-button = Voir votre compte
message-address_released-unasked = Il n’y a rien à faire. Si l’adresse est tout de même la vôtre, connectez-vous et ajoutez-la de nouveau.
message-address_released-sms = Ce numéro a été retiré d’un compte sur { $host } : quelqu’un a confirmé qu’il est le sien. Pas vous ? Voyez { $site }/account

## Le mot de passe a été changé

message-password_changed-subject = Votre mot de passe a été changé
message-password_changed-title = Votre mot de passe a été changé
message-password_changed-lead = Le mot de passe de votre compte sur { $host } a été changé, et vos autres appareils ont été déconnectés.
message-password_changed-button = Définir un nouveau mot de passe
message-password_changed-unasked =
    { $linked ->
        [yes] Si c’était vous, il n’y a rien à faire. Sinon, quelqu’un est entré dans votre compte : définissez maintenant un nouveau mot de passe.
       *[no] Si c’était vous, il n’y a rien à faire. Sinon, quelqu’un est entré dans votre compte : définissez maintenant un nouveau mot de passe sur { $site }/password/reset.
    }
message-password_changed-sms =
    { $linked ->
        [yes] Le mot de passe de votre compte sur { $host } a été changé. Pas vous ? Définissez-en un nouveau : { $link }
       *[no] Le mot de passe de votre compte sur { $host } a été changé. Pas vous ? Définissez-en un nouveau : { $site }/password/reset
    }

## Le compte est supprimé, ou va l’être

message-account_deleted-subject = Votre compte a été supprimé
message-account_deleted-title = Votre compte a été supprimé
message-account_deleted-lead = Votre compte sur { $host } et tout ce qui s’y rattache a été supprimé, comme vous l’avez demandé. Il ne peut pas être rétabli.
message-account_deleted-button = S’inscrire de nouveau
message-account_deleted-unasked = Si c’était vous, il n’y a rien à faire. Sinon, quelqu’un connaissait votre mot de passe : changez-le partout où vous utilisez le même.
message-account_deleted-sms = Votre compte sur { $host } et tout ce qui s’y rattache a été supprimé, comme demandé. Pas vous ? Changez ce mot de passe partout où vous l’utilisez.

message-deletion_requested-subject = Votre compte va être supprimé
message-deletion_requested-title = Votre compte va être supprimé
message-deletion_requested-lead = Vous avez demandé à { $host } de supprimer votre compte. Le { $until }, il aura disparu avec tout ce qui s’y rattache. D’ici là, vous pouvez le garder : connectez-vous et dites-le.
message-deletion_requested-button = Garder mon compte
message-deletion_requested-unasked =
    { $linked ->
        [yes] Si c’était vous, il n’y a rien à faire. Sinon, quelqu’un connaît votre mot de passe : connectez-vous, gardez votre compte et définissez un nouveau mot de passe.
       *[no] Si c’était vous, il n’y a rien à faire. Sinon, quelqu’un connaît votre mot de passe : connectez-vous, gardez votre compte et définissez un nouveau mot de passe sur { $site }/account/password.
    }
message-deletion_requested-sms =
    { $linked ->
        [yes] Votre compte sur { $host } sera supprimé le { $until }. Le garder, ou pas vous ? Connectez-vous : { $link }
       *[no] Votre compte sur { $host } sera supprimé le { $until }. Le garder, ou pas vous ? Connectez-vous : { $site }/account/delete
    }

## Quelqu’un a voulu s’inscrire avec une adresse connue

message-already_registered-subject = Vous avez déjà un compte
message-already_registered-title = Vous avez déjà un compte
message-already_registered-lead = Quelqu’un, sans doute vous, a voulu s’inscrire sur { $host } avec cette adresse. Elle appartient déjà à un compte, donc rien n’a changé. Si vous avez oublié le mot de passe, vous pouvez en définir un nouveau.
message-already_registered-button = Se connecter
message-already_registered-unasked = Si ce n’était pas vous, il n’y a rien à faire : cette personne n’a pas appris que vous avez un compte.
message-already_registered-sms =
    { $linked ->
        [yes] Quelqu’un, sans doute vous, a voulu s’inscrire sur { $host } avec ce numéro. Vous avez déjà un compte. Connectez-vous : { $link }
       *[no] Quelqu’un, sans doute vous, a voulu s’inscrire sur { $host } avec ce numéro. Vous avez déjà un compte. Connectez-vous : { $site }/login
    }

## Pour retirer une adresse d’un compte qui ne l’a jamais prouvée

message-release_address-subject = Retirez votre adresse d’un compte
message-release_address-title = Ce compte n’est pas le vôtre ?
message-release_address-lead = Quelqu’un a demandé un nouveau mot de passe sur { $host } avec cette adresse. Elle figure dans un compte, mais n’y a jamais été confirmée, et le compte a une autre adresse qui l’a été. Si le compte n’est pas le vôtre, ce code en retire votre adresse, et vous pouvez vous inscrire avec elle.
message-release_address-button = Retirer mon adresse
message-release_address-unasked = Si le compte est le vôtre, demandez le nouveau mot de passe avec son autre adresse. Si vous n’avez rien demandé, il n’y a rien à faire.
message-release_address-sms = { $code } retire ce numéro d’un compte sur { $host } qui n’est pas le vôtre. C’est le vôtre ? Passez par son autre adresse. Ne le partagez pas.

## Un message pour essayer si les messages arrivent

message-test-subject = Un essai de { $host }
message-test-title = Les messages de { $host } arrivent
message-test-lead = Une personne qui s’occupe de { $host } a fait envoyer ce message pour voir si ses messages arrivent à destination. Celui-ci est arrivé.
message-test-button = Ouvrir { $host }
message-test-unasked = Il n’y a rien à faire. Si { $host } ne vous dit rien, quelqu’un s’y est trompé d’adresse : aucun compte n’a été créé et votre adresse n’a pas été conservée.
message-test-sms = Un essai de { $host } : ses SMS arrivent. Il n’y a rien à faire.
