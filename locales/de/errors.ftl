### Ablehnungen, und was Antworten der API sagen.

error-required = Dieses Feld muss ausgefüllt sein.
error-blank = Dieses Feld darf nicht leer sein.
error-invalid = Geben Sie einen gültigen Wert ein.
error-too_short = Das ist zu kurz.
error-too_long = Das ist zu lang.
error-taken = Das ist bereits vergeben.
error-mismatch = Die beiden Eingaben stimmen nicht überein.
error-unknown_field = Dieses Formular hat kein solches Feld.
error-password_too_short = Dieses Passwort ist zu kurz.
error-password_too_common = Dieses Passwort gehört zu denen, die zuerst geraten werden. Wählen Sie eines, auf das nur Sie kommen.
error-password_numeric = Ein Passwort darf nicht nur aus Ziffern bestehen.
error-password_similar = Dieses Passwort ähnelt Ihren übrigen Angaben zu sehr.
error-no_identifier = Geben Sie mindestens eine Kennung an.
error-malformed = Die Anfrage war nicht lesbar.
error-invalid_token = Dieses Token ist ungültig oder nicht mehr gültig.
error-method_not_allowed = Diese Adresse nimmt diese Methode nicht an.
error-too_large = Die Anfrage ist zu groß.
error-unsupported_media_type = Senden Sie application/json oder application/x-www-form-urlencoded, ohne Content-Encoding.
error-invalid_credentials = Wir kennen kein Konto mit diesen Angaben und diesem Passwort.
error-invalid_code = Dieser Code ist falsch oder nicht mehr gültig.
error-throttled = Zu viele Versuche. Warten Sie etwas und versuchen Sie es dann noch einmal.
error-already_verified = Das ist bereits bestätigt.
error-same_value = Diesen Wert haben Sie schon.
error-unverified = Bestätigen Sie zuerst Ihre Adresse.
error-registration_closed = Die Registrierung ist geschlossen.
error-cross_origin = Diese Anfrage kam nicht von einer Seite dieser Website.
error-unauthenticated = Melden Sie sich zuerst an.
error-forbidden = Das dürfen Sie nicht.
error-not_found = An dieser Adresse gibt es nichts.
error-overloaded = Wir sind gerade stark ausgelastet. Versuchen Sie es gleich noch einmal.
error-unavailable = Das geht im Moment nicht. Versuchen Sie es gleich noch einmal.
error-internal = Bei uns ist etwas schiefgegangen.
identifier-username-too-long = Ein Benutzername hat höchstens 150 Zeichen.
identifier-username-characters = Ein Benutzername besteht nur aus Buchstaben, Zahlen und den Zeichen . _ - ohne Leerzeichen.
identifier-username-first = Ein Benutzername beginnt mit einem Buchstaben.
identifier-username-invisible = Ein Benutzername darf keine unsichtbaren Zeichen enthalten.
identifier-phone-too-long = So lang ist keine Telefonnummer.
identifier-phone-digits = Geben Sie eine Telefonnummer nur aus Ziffern und ohne Durchwahl ein, zum Beispiel +49 30 901820.
identifier-phone-needs-plus = Geben Sie die Telefonnummer mit + und Ländervorwahl ein, zum Beispiel +49 30 901820.
identifier-phone-not-valid = Geben Sie eine Telefonnummer ein, die es gibt, zum Beispiel +49 30 901820.
identifier-phone-region = Geben Sie eine Region als zwei Großbuchstaben an, zum Beispiel DE oder US.
identifier-email-too-long = Eine E-Mail-Adresse hat höchstens 254 Zeichen.
identifier-email-local-too-long = Der Teil einer E-Mail-Adresse vor dem @ hat höchstens 64 Zeichen.
identifier-email-whole = Geben Sie genau eine E-Mail-Adresse ein, zum Beispiel name@example.com.
identifier-email-local = Der Teil vor dem @ besteht nur aus Buchstaben ohne Akzente, Ziffern und den Zeichen . ! # $ % & ' * + / = ? ^ _ ` {"{"} | {"}"} ~ -
identifier-email-domain = Der Teil nach dem @ muss der Name einer Domain sein, zum Beispiel example.com.
password-too-long =
    { $count ->
        [one] Ein Passwort hat höchstens 1 Byte.
       *[other] Ein Passwort hat höchstens { $count } Bytes.
    }
password-nul = Ein Passwort darf das Zeichen U+0000 nicht enthalten.
password-too-short =
    { $count ->
        [one] Ein Passwort hat mindestens 1 Zeichen.
       *[other] Ein Passwort hat mindestens { $count } Zeichen.
    }
password-similar =
    { $like ->
        [username] Dieses Passwort ähnelt Ihrem Benutzernamen zu sehr.
        [email] Dieses Passwort ähnelt Ihrer E-Mail-Adresse zu sehr.
        [first_name] Dieses Passwort ähnelt Ihrem Vornamen zu sehr.
        [last_name] Dieses Passwort ähnelt Ihrem Nachnamen zu sehr.
       *[phone] Dieses Passwort ähnelt Ihrer Telefonnummer zu sehr.
    }
error-taken-email = Es gibt bereits ein Konto mit dieser E-Mail-Adresse.
error-taken-phone = Es gibt bereits ein Konto mit dieser Telefonnummer.
error-taken-username = Es gibt bereits ein Konto mit diesem oder einem zum Verwechseln ähnlichen Benutzernamen.
account-only-identifier = Das ist die einzige Kennung Ihres Kontos. Fügen Sie zuerst eine andere hinzu.
registration-needs-address = Geben Sie auch eine Adresse an: Ohne Passwort gehen die Codes zum Anmelden dorthin.
phone-premium = Nachrichten an diese Nummer kosten extra. Geben Sie eine gewöhnliche an.
phone-region = Wir nehmen nur Nummern aus diesen Regionen: { $regions }.
change-lost-email = Diese E-Mail-Adresse gehört inzwischen zu einem anderen Konto. Ihre bleibt, wie sie ist.
change-lost-phone = Diese Telefonnummer gehört inzwischen zu einem anderen Konto. Ihre bleibt, wie sie ist.
password-wrong = Das ist nicht Ihr Passwort.
undo-lost-email = Diese E-Mail-Adresse gehört inzwischen zu einem anderen Konto.
undo-lost-phone = Diese Telefonnummer gehört inzwischen zu einem anderen Konto.
paging-cursor = Nehmen Sie den Cursor aus dem Link der Seite davor.
problem-invalid = Nicht alles davon konnte angenommen werden.
problem-stale = Bestätigen Sie zuerst Ihr Passwort: Senden Sie es mit POST an /api/v1/me/reauthenticate und fragen Sie dann noch einmal.
problem-stale-without-password = Dieses Konto hat kein Passwort zum Bestätigen. Melden Sie sich neu an und fragen Sie dann noch einmal.
error-wait = Zu viele Versuche. Warten Sie { $wait } und versuchen Sie es dann noch einmal.
problem-title =
    { $status ->
        [400] Fehlerhafte Anfrage
        [401] Nicht angemeldet
        [403] Nicht erlaubt
        [404] Nicht gefunden
        [405] Methode nicht erlaubt
        [409] Konflikt
        [413] Anfrage zu groß
        [415] Medientyp nicht unterstützt
        [422] Nicht verarbeitbar
        [429] Zu viele Anfragen
        [503] Nicht verfügbar
       *[500] Interner Fehler
    }
api-code-sent = Ein Code ist unterwegs.
api-message-sent = Wenn es ein solches Konto gibt, ist eine Nachricht unterwegs.
api-registered-quietly = Wir haben eine Nachricht gesendet. Bestätigen Sie damit die Adresse und melden Sie sich dann an.
api-verify-sent = Wenn es dort etwas zu bestätigen gibt, ist ein Code unterwegs.
error-late = Das hat zu lange gedauert. Versuchen Sie es gleich noch einmal.
