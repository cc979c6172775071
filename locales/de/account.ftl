### Die Seiten des eigenen Kontos.

account-title = Ihr Konto
account-password-changed = Ihr Passwort ist geändert. Überall sonst sind Sie abgemeldet.
todo-deletion = Dieses Konto wird gelöscht
todo-deletion-text = Am { $date } ist nichts mehr davon übrig. Bis dahin können Sie es behalten.
todo-deletion-action = Ansehen
todo-confirm-email = Neue E-Mail-Adresse bestätigen
todo-confirm-phone = Neue Telefonnummer bestätigen
todo-confirm-text = Wir haben einen Code an { $address } gesendet. Bis Sie ihn eingeben, bleibt es bei der alten.
todo-confirm-action = Code eingeben
todo-password = Passwort setzen
todo-password-text = Bis dahin melden Sie sich nur mit einem Code an.
todo-password-action = Passwort setzen
todo-verify-email = E-Mail-Adresse bestätigen
todo-verify-phone = Telefonnummer bestätigen
todo-verify-text = Dann kommen Sie über { $address } wieder hinein, wenn Sie Ihr Passwort vergessen.
todo-verify-action = Bestätigen
todo-verify-again-email = E-Mail-Adresse noch einmal bestätigen
todo-verify-again-phone = Telefonnummer noch einmal bestätigen
todo-verify-again-text = Ihr Passwort wurde über eine andere Adresse zurückgesetzt. Bis Sie { $address } bestätigen, kommen Sie darüber nicht wieder hinein.
todo-verify-again-action = Bestätigen
nav-overview = Überblick
nav-profile = Profil
nav-email = E-Mail
nav-phone = Telefon
nav-password = Passwort
nav-sessions = Sitzungen
nav-activity = Aktivität
device-app = Eine App oder ein Skript
device-browser-on = { $browser } auf { $system }
device-on = Ein Browser auf { $system }
device-browser = Ein Browser
events-title = Aktivität
events-intro = Was mit Ihrem Konto geschehen ist, das Neueste zuerst. Wenn Ihnen etwas unbekannt ist, ändern Sie Ihr Passwort.
sessions-title = Wo Sie angemeldet sind
sessions-ended = Diese Sitzung ist beendet.
sessions-ended-others = Alle anderen Sitzungen sind beendet. Hier bleiben Sie angemeldet.
sessions-intro = Browser und Apps, die für Sie handeln können. Wenn Sie etwas davon nicht kennen, beenden Sie es und ändern Sie Ihr Passwort.
address-changed-email-title = Ihre E‑Mail-Adresse ist geändert
address-changed-email-intro = Ihr Konto benutzt von nun an die neue Adresse. Die alte haben wir benachrichtigt.
address-back-intro = Alle sind aus Ihrem Konto abgemeldet. Wer die Adresse geändert hat, kannte Ihr Passwort: Setzen Sie jetzt ein neues.
set-new-password = Neues Passwort setzen
address-confirm-email-title = Neue E‑Mail-Adresse bestätigen
address-confirm-link-intro = Ein Schritt fehlt noch: Drücken Sie den Knopf, dann benutzt Ihr Konto diese Adresse.
address-confirm-link-submit = Diese Adresse benutzen
address-undo-submit = Änderung rückgängig machen
address-undo-gone = Das geht einmal, bis 24 Stunden nach der Änderung. Wenn das Konto nicht mehr Ihnen gehört, setzen Sie über eine andere Adresse ein neues Passwort, oder schreiben Sie denen, die diese Website betreiben.
address-taken-title = Diese Adresse ist vergeben
address-back-email-title = Sie haben Ihre E‑Mail-Adresse wieder
address-back-phone-title = Sie haben Ihre Telefonnummer wieder
address-undo-email-title = E‑Mail-Adresse zurückholen
address-undo-email-intro = Drücken Sie den Knopf, dann benutzt Ihr Konto wieder diese Adresse. Alle werden daraus abgemeldet.
address-undo-phone-title = Telefonnummer zurückholen
address-undo-phone-intro = Drücken Sie den Knopf, dann benutzt Ihr Konto wieder diese Nummer. Alle werden daraus abgemeldet.
address-title-email = Ihre E‑Mail-Adresse
address-label-email = E-Mail
address-changed-email = Ihre E-Mail-Adresse ist geändert.
address-removed-email = Ihre E-Mail-Adresse ist entfernt.
address-verify-email = Diese E-Mail-Adresse bestätigen
address-remove-email = Diese E-Mail-Adresse entfernen
address-remove-email-title = E‑Mail-Adresse entfernen
address-remove-email-intro = Danach können Sie sich mit dieser E-Mail-Adresse nicht mehr anmelden und kommen auch nicht mehr über sie wieder hinein.
address-title-phone = Ihre Telefonnummer
address-label-phone = Telefon
address-changed-phone = Ihre Telefonnummer ist geändert.
address-removed-phone = Ihre Telefonnummer ist entfernt.
address-verify-phone = Diese Telefonnummer bestätigen
address-remove-phone = Diese Telefonnummer entfernen
address-confirm-phone-title = Neue Telefonnummer bestätigen
address-remove-phone-title = Telefonnummer entfernen
address-remove-phone-intro = Danach können Sie sich mit dieser Telefonnummer nicht mehr anmelden und kommen auch nicht mehr über sie wieder hinein.
address-change = Ändern
address-add = Hinzufügen
address-send = Code dorthin senden
address-confirm-stays = { $type } Bis dahin bleibt es bei der alten.
address-confirm-submit = Diese benutzen
address-change-other = Stattdessen eine andere angeben
address-remove-submit = Entfernen
address-remove-back = Behalten
confirm-title = Bestätigen Sie, dass Sie es sind
confirm-intro = Was jetzt kommt, ist wichtig, und Ihre Anmeldung ist eine Weile her. Geben Sie Ihr Passwort noch einmal ein.
confirm-submit = Bestätigen
confirm-login-title = Melden Sie sich neu an
confirm-login-intro = Was Sie vorhaben, ist wichtig, und Ihre Anmeldung ist eine Weile her. Ihr Konto hat kein Passwort zum Bestätigen: Melden Sie sich ab, melden Sie sich neu an und kommen Sie wieder.
logout = Abmelden
delete-later-title = Ihr Konto wird gelöscht
delete-done-title = Ihr Konto ist gelöscht
delete-done-intro = Nichts davon ist hier noch übrig. Danke, dass Sie bei uns waren.
to-the-beginning = Zum Anfang
delete-waiting-title = Dieses Konto wird gelöscht
delete-keep = Mein Konto behalten
back-to-account = Zurück zu Ihrem Konto
delete-title = Konto löschen
delete-submit = Mein Konto löschen
delete-export-first = Zuerst Ihre Daten mitnehmen
login-submit = Anmelden
delete-later-intro =
    { $days ->
        [one] Sie sind überall abgemeldet. Einen Tag lang können Sie es noch zurückhaben: Melden Sie sich an und sagen Sie es.
       *[other] Sie sind überall abgemeldet. { $days } Tage lang können Sie es noch zurückhaben: Melden Sie sich an und sagen Sie es.
    }
delete-waiting-intro = Am { $date } ist nichts mehr davon übrig, es sei denn, Sie behalten es.
delete-at-once-intro = Alles verschwindet sofort und endgültig: Benutzername, Adressen, Profil, Sitzungen und Aktivität. Niemand kann es zurückholen.
delete-intro =
    { $days ->
        [one] In einem Tag verschwindet alles endgültig: Benutzername, Adressen, Profil, Sitzungen und Aktivität. Bis dahin können Sie es noch behalten.
       *[other] In { $days } Tagen verschwindet alles endgültig: Benutzername, Adressen, Profil, Sitzungen und Aktivität. Bis dahin können Sie es noch behalten.
    }
export-title = Ihre Daten mitnehmen
export-intro = Alles, was hier von Ihnen gespeichert ist, in einer Datei, die Programme lesen können: Ihr Konto, wo Sie angemeldet sind, was geschehen ist und welche Nachrichten hinausgingen. Ihr Passwort ist nicht dabei; niemand hier kennt es.
export-submit = Meine Daten herunterladen
password-change-title = Passwort ändern
password-change-intro = Überall sonst werden Sie dadurch abgemeldet. Hier bleiben Sie angemeldet.
password-set-title = Passwort setzen
password-set-intro = Sie haben noch keines. Damit können Sie sich anmelden, ohne auf einen Code zu warten.
profile-title = Ihr Profil
profile-intro = Was hier leer ist, wird nicht gespeichert. Mit Ihrem Benutzernamen können Sie sich anmelden.
save = Speichern
profile-saved = Ihr Profil ist gespeichert.
account-signed-in-as = Angemeldet als
account-staff = Mitarbeiter
account-identifiers = Womit Sie sich anmelden
account-username = Benutzername
account-email = E-Mail
account-phone = Telefon
account-password = Passwort
account-password-set = Gesetzt
none = Keine Angabe
change = Ändern
account-set-password = Setzen
account-person = Über Sie
account-name = Name
account-edit = Bearbeiten
account-joined = Dabei seit
account-security = Sicherheit
account-places = Angemeldet
account-look = Ansehen
account-last-login = Letzte Anmeldung
account-never = Noch keine
account-latest = Was zuletzt geschah
account-all-events = Alle Aktivität
account-data = Ihre Daten
account-todo =
    { $count ->
        [one] Eines ist zu tun
       *[other] Das ist zu tun
    }
account-places-count =
    { $count ->
        [1] Nur hier
       *[other] An { $count } Orten
    }
address-waiting = Wartet auf den Code
address-waiting-text = Wir haben einen Code dorthin gesendet. Bis Sie ihn eingeben, bleibt alles, wie es ist.
address-resend = Code noch einmal senden
address-cancel = Änderung aufgeben
events-none = Hier ist nichts.
events-older = Ältere
events-latest = Zurück zu den neuesten
sessions-this = Diese hier
sessions-last-used = Zuletzt benutzt
sessions-since = Seit
sessions-end = Beenden
sessions-older = Ältere
sessions-end-others = Alle anderen beenden
verified = Bestätigt
not-verified = Noch nicht bestätigt
account-pending = Wartet auf den Code:
add = Hinzufügen
