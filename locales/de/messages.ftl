### E-Mails und Textnachrichten. Was jede Nachricht verwenden darf, steht in locales/en/messages.ftl.

## Was alle gemeinsam haben

message-hello = Guten Tag { $name },
message-hello-you = Guten Tag,
message-code = Ihr Code
message-or-link = Falls die Schaltfläche nicht funktioniert, öffnen Sie diese Adresse:
message-or-link-text = Oder öffnen Sie diese Adresse:
message-both-good-for = Code und Link funktionieren einmal, innerhalb von { $time }.
message-code-good-for = Der Code funktioniert einmal, innerhalb von { $time }.
message-link-good-for = Der Link funktioniert einmal, innerhalb von { $time }.
# Im Dativ: innerhalb von 15 Minuten, gültig für die Dauer von 2 Tagen.
message-minutes =
    { $count ->
        [one] 1 Minute
       *[other] { $count } Minuten
    }
message-hours =
    { $count ->
        [one] 1 Stunde
       *[other] { $count } Stunden
    }
message-days =
    { $count ->
        [one] 1 Tag
       *[other] { $count } Tagen
    }
message-when = Wann
message-ip = Netzwerkadresse
message-never = Niemand von { $host } wird Sie jemals nach diesem Code fragen.
message-footer = Gesendet von { $host }. Antworten auf diese Nachricht werden nicht gelesen.

## Eine Adresse bestätigen

message-verify_email-subject = Bestätigen Sie Ihre E-Mail-Adresse
message-verify_email-title = Bestätigen Sie Ihre E-Mail-Adresse
message-verify_email-lead = Geben Sie diesen Code bei { $host } ein, um zu zeigen, dass diese Adresse Ihnen gehört.
message-verify_email-button = Diese Adresse bestätigen
message-verify_email-unasked = Falls Sie diese Adresse nicht bei { $host } angegeben haben, brauchen Sie nichts zu tun: Ohne den Code geschieht nichts.
message-verify_phone-sms =
    { $timed ->
        [yes] { $code } ist Ihr Code, um diese Nummer bei { $host } zu bestätigen. Er gilt innerhalb von { $time }. Geben Sie ihn nicht weiter.
       *[no] { $code } ist Ihr Code, um diese Nummer bei { $host } zu bestätigen. Geben Sie ihn nicht weiter.
    }

## Ein neues Passwort festlegen

message-reset_password-subject = Neues Passwort festlegen
message-reset_password-title = Neues Passwort festlegen
message-reset_password-lead = Jemand, wahrscheinlich Sie, möchte ein neues Passwort für Ihr Konto bei { $host } festlegen. Geben Sie dort diesen Code ein.
message-reset_password-button = Neues Passwort festlegen
message-reset_password-unasked = Falls Sie das nicht waren, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist, solange niemand den Code erfährt.
message-reset_password-sms =
    { $timed ->
        [yes] { $code } ist Ihr Code für ein neues Passwort bei { $host }. Er gilt innerhalb von { $time }. Das waren nicht Sie? Beachten Sie ihn nicht. Geben Sie ihn nicht weiter.
       *[no] { $code } ist Ihr Code für ein neues Passwort bei { $host }. Das waren nicht Sie? Beachten Sie ihn nicht. Geben Sie ihn nicht weiter.
    }

## Mit einem Code anmelden

message-login_code-subject = Ihr Code zum Anmelden
message-login_code-title = Melden Sie sich mit diesem Code an
message-login_code-lead = Geben Sie diesen Code bei { $host } ein, um sich bei Ihrem Konto anzumelden.
message-login_code-button = Anmelden
message-login_code-unasked = Falls Sie sich gerade nicht anmelden, geben Sie diesen Code niemandem. Ohne ihn kommt niemand hinein.
message-login_code-sms =
    { $timed ->
        [yes] { $code } ist Ihr Code zum Anmelden bei { $host }. Er gilt innerhalb von { $time }. Das waren nicht Sie? Geben Sie ihn nicht weiter.
       *[no] { $code } ist Ihr Code zum Anmelden bei { $host }. Das waren nicht Sie? Geben Sie ihn nicht weiter.
    }

## Eine Adresse ändern

message-change_email-subject = Bestätigen Sie Ihre neue E-Mail-Adresse
message-change_email-title = Bestätigen Sie Ihre neue E-Mail-Adresse
message-change_email-lead = Geben Sie diesen Code bei { $host } ein, dann verwendet Ihr Konto ab sofort diese Adresse.
message-change_email-button = Diese Adresse verwenden
message-change_email-unasked = Falls Sie kein Konto bei { $host } haben, hat sich jemand bei der eigenen Adresse vertippt. Sie brauchen nichts zu tun: Ohne den Code geschieht nichts.
message-change_phone-sms =
    { $timed ->
        [yes] { $code } ist Ihr Code, um diese Nummer für Ihr Konto bei { $host } zu verwenden. Er gilt innerhalb von { $time }. Geben Sie ihn nicht weiter.
       *[no] { $code } ist Ihr Code, um diese Nummer für Ihr Konto bei { $host } zu verwenden. Geben Sie ihn nicht weiter.
    }

## Eine Adresse wurde geändert: an die alte

message-email_changed-subject =
    { $how ->
        [removed] Ihre E-Mail-Adresse wurde entfernt
       *[changed] Ihre E-Mail-Adresse wurde geändert
    }
message-email_changed-title = { message-email_changed-subject }
message-email_changed-lead =
    { $how ->
        [removed] Ihr Konto bei { $host } hat keine E-Mail-Adresse mehr. Diese Adresse gehört nicht mehr dazu.
       *[changed]
            { $shown ->
                [yes] Ihr Konto bei { $host } verwendet jetzt { $new_email }. Diese Adresse gehört nicht mehr dazu.
               *[no] Ihr Konto bei { $host } verwendet jetzt eine andere E-Mail-Adresse. Diese Adresse gehört nicht mehr dazu.
            }
    }
message-email_changed-button = Änderung rückgängig machen
message-email_changed-unasked =
    { $linked ->
        [yes] Falls Sie das waren, brauchen Sie nichts zu tun. Falls nicht, machen Sie es jetzt mit diesem Link rückgängig und legen Sie danach ein neues Passwort fest.
       *[no] Falls Sie das waren, brauchen Sie nichts zu tun. Falls nicht, legen Sie unter { $site }/password/reset ein neues Passwort fest.
    }
message-email_changed-sms =
    { $linked ->
        [yes]
            { $how ->
                [removed] Die E-Mail-Adresse Ihres Kontos bei { $host } wurde entfernt. Das waren nicht Sie? Rückgängig machen: { $link }
               *[changed] Die E-Mail-Adresse Ihres Kontos bei { $host } wurde geändert. Das waren nicht Sie? Rückgängig machen: { $link }
            }
       *[no]
            { $how ->
                [removed] Die E-Mail-Adresse Ihres Kontos bei { $host } wurde entfernt. Das waren nicht Sie? Neues Passwort festlegen: { $site }/password/reset
               *[changed] Die E-Mail-Adresse Ihres Kontos bei { $host } wurde geändert. Das waren nicht Sie? Neues Passwort festlegen: { $site }/password/reset
            }
    }

message-phone_changed-subject =
    { $how ->
        [removed] Ihre Telefonnummer wurde entfernt
       *[changed] Ihre Telefonnummer wurde geändert
    }
message-phone_changed-title = { message-phone_changed-subject }
message-phone_changed-lead =
    { $how ->
        [removed] Ihr Konto bei { $host } hat keine Telefonnummer mehr. Die bisherige Nummer gehört nicht mehr dazu.
       *[changed]
            { $shown ->
                [yes] Ihr Konto bei { $host } verwendet jetzt die Nummer { $new_phone }. Die bisherige Nummer gehört nicht mehr dazu.
               *[no] Ihr Konto bei { $host } verwendet jetzt eine andere Telefonnummer. Die bisherige Nummer gehört nicht mehr dazu.
            }
    }
message-phone_changed-button = Änderung rückgängig machen
message-phone_changed-unasked = { message-email_changed-unasked }
message-phone_changed-sms =
    { $linked ->
        [yes]
            { $how ->
                [removed] Die Telefonnummer Ihres Kontos bei { $host } wurde entfernt. Das waren nicht Sie? Rückgängig machen: { $link }
               *[changed]
                    { $shown ->
                        [yes] Die Telefonnummer Ihres Kontos bei { $host } wurde zu { $new_phone } geändert. Das waren nicht Sie? Rückgängig machen: { $link }
                       *[no] Die Telefonnummer Ihres Kontos bei { $host } wurde geändert. Das waren nicht Sie? Rückgängig machen: { $link }
                    }
            }
       *[no]
            { $how ->
                [removed] Die Telefonnummer Ihres Kontos bei { $host } wurde entfernt. Das waren nicht Sie? Neues Passwort festlegen: { $site }/password/reset
               *[changed]
                    { $shown ->
                        [yes] Die Telefonnummer Ihres Kontos bei { $host } wurde zu { $new_phone } geändert. Das waren nicht Sie? Neues Passwort festlegen: { $site }/password/reset
                       *[no] Die Telefonnummer Ihres Kontos bei { $host } wurde geändert. Das waren nicht Sie? Neues Passwort festlegen: { $site }/password/reset
                    }
            }
    }

## An deren Stelle, wenn jemand anderes die Adresse oder Nummer als die eigene bestätigt hat

message-address_released-subject = Eine Adresse wurde aus Ihrem Konto entfernt
message-address_released-title = Eine Adresse wurde aus Ihrem Konto entfernt
message-address_released-lead = Eine E-Mail-Adresse oder Telefonnummer Ihres Kontos bei { $host }, die Sie nie bestätigt haben, gehört jemand anderem, der sie bestätigt hat. Sie wurde aus Ihrem Konto entfernt. Alles andere bleibt, wie es war.
message-address_released-button = Konto ansehen
message-address_released-unasked = Sie brauchen nichts zu tun. Falls die Adresse doch Ihnen gehört, melden Sie sich an und fügen Sie sie wieder hinzu.
message-address_released-sms = Diese Nummer wurde aus einem Konto bei { $host } entfernt: Jemand hat sie als die eigene bestätigt. Das waren nicht Sie? Siehe { $site }/account

## Das Passwort wurde geändert

message-password_changed-subject = Ihr Passwort wurde geändert
message-password_changed-title = Ihr Passwort wurde geändert
message-password_changed-lead = Das Passwort Ihres Kontos bei { $host } wurde geändert, und Ihre anderen Geräte wurden abgemeldet.
message-password_changed-button = Neues Passwort festlegen
message-password_changed-unasked =
    { $linked ->
        [yes] Falls Sie es geändert haben, brauchen Sie nichts zu tun. Falls nicht, ist jemand anderes in Ihr Konto gelangt: Legen Sie jetzt ein neues Passwort fest.
       *[no] Falls Sie es geändert haben, brauchen Sie nichts zu tun. Falls nicht, ist jemand anderes in Ihr Konto gelangt: Legen Sie jetzt unter { $site }/password/reset ein neues Passwort fest.
    }
message-password_changed-sms =
    { $linked ->
        [yes] Das Passwort Ihres Kontos bei { $host } wurde geändert. Das waren nicht Sie? Neues festlegen: { $link }
       *[no] Das Passwort Ihres Kontos bei { $host } wurde geändert. Das waren nicht Sie? Neues festlegen: { $site }/password/reset
    }

## Das Konto ist gelöscht oder wird es

message-account_deleted-subject = Ihr Konto wurde gelöscht
message-account_deleted-title = Ihr Konto wurde gelöscht
message-account_deleted-lead = Ihr Konto bei { $host } und alles, was dazu gehörte, wurde gelöscht, wie Sie es gewünscht haben. Es lässt sich nicht wiederherstellen.
message-account_deleted-button = Neu registrieren
message-account_deleted-unasked = Falls Sie das waren, brauchen Sie nichts zu tun. Falls nicht, kannte jemand Ihr Passwort: Ändern Sie es überall, wo Sie dasselbe verwenden.
message-account_deleted-sms = Ihr Konto bei { $host } und alles, was dazu gehörte, wurde wie gewünscht gelöscht. Das waren nicht Sie? Ändern Sie dieses Passwort überall, wo Sie es sonst verwenden.

message-deletion_requested-subject = Ihr Konto wird gelöscht
message-deletion_requested-title = Ihr Konto wird gelöscht
message-deletion_requested-lead = Sie haben { $host } gebeten, Ihr Konto zu löschen. Am { $until } wird es mit allem, was dazu gehört, gelöscht. Bis dahin können Sie es behalten: Melden Sie sich an und sagen Sie es.
message-deletion_requested-button = Konto behalten
message-deletion_requested-unasked =
    { $linked ->
        [yes] Falls Sie das waren, brauchen Sie nichts zu tun. Falls nicht, kennt jemand Ihr Passwort: Melden Sie sich an, behalten Sie Ihr Konto und legen Sie ein neues Passwort fest.
       *[no] Falls Sie das waren, brauchen Sie nichts zu tun. Falls nicht, kennt jemand Ihr Passwort: Melden Sie sich an, behalten Sie Ihr Konto und legen Sie unter { $site }/account/password ein neues Passwort fest.
    }
message-deletion_requested-sms =
    { $linked ->
        [yes] Ihr Konto bei { $host } wird am { $until } gelöscht. Behalten? Das waren nicht Sie? Anmelden: { $link }
       *[no] Ihr Konto bei { $host } wird am { $until } gelöscht. Behalten? Das waren nicht Sie? Anmelden: { $site }/account/delete
    }

## Jemand wollte sich mit einer bekannten Adresse registrieren

message-already_registered-subject = Sie haben bereits ein Konto
message-already_registered-title = Sie haben bereits ein Konto
message-already_registered-lead = Jemand, wahrscheinlich Sie, wollte sich bei { $host } mit dieser Adresse registrieren. Sie gehört bereits zu einem Konto, deshalb wurde nichts geändert. Falls Sie das Passwort vergessen haben, können Sie ein neues festlegen.
message-already_registered-button = Anmelden
message-already_registered-unasked = Falls Sie das nicht waren, brauchen Sie nichts zu tun: Wer auch immer es war, hat nicht erfahren, dass Sie ein Konto haben.
message-already_registered-sms =
    { $linked ->
        [yes] Jemand, wahrscheinlich Sie, wollte sich bei { $host } mit dieser Nummer registrieren. Sie haben bereits ein Konto. Anmelden: { $link }
       *[no] Jemand, wahrscheinlich Sie, wollte sich bei { $host } mit dieser Nummer registrieren. Sie haben bereits ein Konto. Anmelden: { $site }/login
    }

## Eine Adresse aus einem Konto nehmen, das sie nie bestätigt hat

message-release_address-subject = Nehmen Sie Ihre Adresse aus einem Konto
message-release_address-title = Gehört dieses Konto nicht Ihnen?
message-release_address-lead = Jemand möchte bei { $host } mit dieser Adresse ein neues Passwort festlegen. Sie steht in einem Konto, wurde dort aber nie bestätigt, und das Konto hat eine andere Adresse, die bestätigt ist. Falls das Konto nicht Ihnen gehört, nimmt dieser Code Ihre Adresse heraus, und Sie können sich selbst damit registrieren.
message-release_address-button = Meine Adresse herausnehmen
message-release_address-unasked = Falls das Konto Ihnen gehört, fordern Sie das neue Passwort mit seiner anderen Adresse an. Falls Sie nichts angefordert haben, brauchen Sie nichts zu tun.
message-release_address-sms = { $code } nimmt diese Nummer aus einem Konto bei { $host }, das nicht Ihnen gehört. Gehört es Ihnen? Setzen Sie das Passwort über die andere Adresse zurück. Geben Sie ihn nicht weiter.

## Eine Nachricht, mit der geprüft wird, ob Nachrichten ankommen

message-test-subject = Ein Test von { $host }
message-test-title = Nachrichten von { $host } kommen an
message-test-lead = Jemand, der { $host } betreut, hat diese Nachricht senden lassen, um zu sehen, ob Nachrichten von dort ihr Ziel erreichen. Diese ist angekommen.
message-test-button = { $host } öffnen
message-test-unasked = Sie brauchen nichts zu tun. Falls { $host } Ihnen nichts sagt, hat sich dort jemand bei einer Adresse vertippt: Es wurde kein Konto angelegt und Ihre Adresse nicht gespeichert.
message-test-sms = Ein Test von { $host }: SMS von dort kommen an. Sie brauchen nichts zu tun.
