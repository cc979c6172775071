### Les pages de son propre compte.

account-title = Votre compte
account-password-changed = Votre mot de passe est changé. Vous êtes déconnecté partout ailleurs.
todo-deletion = Ce compte va être supprimé
todo-deletion-text = Le { $date }, il n’en restera rien. D’ici là, vous pouvez le garder.
todo-deletion-action = Voir
todo-confirm-email = Confirmer votre nouvelle adresse e-mail
todo-confirm-phone = Confirmer votre nouveau numéro de téléphone
todo-confirm-text = Nous avons envoyé un code à { $address }. Jusqu’à ce que vous le saisissiez, l’ancienne adresse reste.
todo-confirm-action = Saisir le code
todo-password = Définir un mot de passe
todo-password-text = D’ici là, vous vous connectez seulement avec un code.
todo-password-action = Définir un mot de passe
todo-verify-email = Confirmer votre adresse e-mail
todo-verify-phone = Confirmer votre numéro de téléphone
todo-verify-text = Ensuite, { $address } peut vous rouvrir votre compte si vous oubliez votre mot de passe.
todo-verify-action = Confirmer
todo-verify-again-email = Confirmer de nouveau votre adresse e-mail
todo-verify-again-phone = Confirmer de nouveau votre numéro de téléphone
todo-verify-again-text = Votre mot de passe a été réinitialisé par une autre adresse. Tant que vous n’avez pas confirmé { $address }, elle ne peut pas vous rouvrir votre compte.
todo-verify-again-action = Confirmer
nav-overview = Aperçu
nav-profile = Profil
nav-email = E-mail
nav-phone = Téléphone
nav-password = Mot de passe
nav-sessions = Sessions
nav-activity = Activité
device-app = Une application ou un script
device-browser-on = { $browser } sur { $system }
device-on = Un navigateur sur { $system }
device-browser = Un navigateur
events-title = Activité
events-intro = Ce qui est arrivé à votre compte, le plus récent d’abord. Si quelque chose vous est inconnu, changez votre mot de passe.
sessions-title = Où vous êtes connecté
sessions-ended = Cette session est fermée.
sessions-ended-others = Toutes les autres sessions sont fermées. Ici, vous restez connecté.
sessions-intro = Les navigateurs et applications qui peuvent agir pour vous. Si vous n’en reconnaissez pas un, fermez sa session et changez votre mot de passe.
address-changed-email-title = Votre adresse e‑mail est changée
address-changed-email-intro = Votre compte utilise désormais la nouvelle adresse. Nous avons prévenu l’ancienne.
address-back-intro = Tout le monde est déconnecté de votre compte. Qui l’a changée connaissait votre mot de passe : définissez-en un nouveau maintenant.
set-new-password = Définir un nouveau mot de passe
address-confirm-email-title = Confirmer votre nouvelle adresse e‑mail
address-confirm-link-intro = Il reste une étape : appuyez sur le bouton, et votre compte utilise cette adresse.
address-confirm-link-submit = Utiliser cette adresse
address-undo-submit = Annuler le changement
address-undo-gone = C’est possible une fois, pendant 24 heures après le changement. Si le compte n’est plus à vous, définissez un nouveau mot de passe par une autre de ses adresses, ou écrivez à qui gère ce site.
address-taken-title = Cette adresse est prise
address-back-email-title = Vous retrouvez votre adresse e‑mail
address-back-phone-title = Vous retrouvez votre numéro de téléphone
address-undo-email-title = Récupérer votre adresse e‑mail
address-undo-email-intro = Appuyez sur le bouton, et votre compte utilise de nouveau cette adresse. Tout le monde en est alors déconnecté.
address-undo-phone-title = Récupérer votre numéro de téléphone
address-undo-phone-intro = Appuyez sur le bouton, et votre compte utilise de nouveau ce numéro. Tout le monde en est alors déconnecté.
address-title-email = Votre adresse e‑mail
address-label-email = E-mail
address-changed-email = Votre adresse e-mail est changée.
address-removed-email = Votre adresse e-mail est retirée.
address-verify-email = Confirmer cette adresse e-mail
address-remove-email = Retirer cette adresse e-mail
address-remove-email-title = Retirer votre adresse e‑mail
address-remove-email-intro = Vous ne pourrez plus vous connecter avec cette adresse e-mail, ni retrouver votre compte par elle.
address-title-phone = Votre numéro de téléphone
address-label-phone = Téléphone
address-changed-phone = Votre numéro de téléphone est changé.
address-removed-phone = Votre numéro de téléphone est retiré.
address-verify-phone = Confirmer ce numéro de téléphone
address-remove-phone = Retirer ce numéro de téléphone
address-confirm-phone-title = Confirmer votre nouveau numéro de téléphone
address-remove-phone-title = Retirer votre numéro de téléphone
address-remove-phone-intro = Vous ne pourrez plus vous connecter avec ce numéro, ni retrouver votre compte par lui.
address-change = Modifier
address-add = Ajouter
address-send = Y envoyer un code
address-confirm-stays = { $type } D’ici là, l’ancienne adresse reste.
address-confirm-submit = Utiliser celle-ci
address-change-other = En indiquer une autre
address-remove-submit = Retirer
address-remove-back = Garder
confirm-title = Confirmez que c’est bien vous
confirm-intro = Ce qui suit est important, et votre connexion date un peu. Saisissez votre mot de passe encore une fois.
confirm-submit = Confirmer
confirm-login-title = Reconnectez-vous
confirm-login-intro = Ce que vous vouliez faire est important, et votre connexion date un peu. Votre compte n’a pas de mot de passe à confirmer : déconnectez-vous, reconnectez-vous et revenez.
logout = Se déconnecter
delete-later-title = Votre compte va être supprimé
delete-done-title = Votre compte est supprimé
delete-done-intro = Il n’en reste rien ici. Merci d’avoir été avec nous.
to-the-beginning = Retour au début
delete-waiting-title = Ce compte va être supprimé
delete-keep = Garder mon compte
back-to-account = Retour à votre compte
delete-title = Supprimer votre compte
delete-submit = Supprimer mon compte
delete-export-first = Emporter d’abord vos données
login-submit = Se connecter
delete-later-intro =
    { $days ->
        [one] Vous êtes déconnecté partout. Pendant { $days } jour, vous pouvez encore le retrouver : connectez-vous et dites-le.
       *[other] Vous êtes déconnecté partout. Pendant { $days } jours, vous pouvez encore le retrouver : connectez-vous et dites-le.
    }
delete-waiting-intro = Le { $date }, il n’en restera rien, à moins que vous ne le gardiez.
delete-at-once-intro = Tout disparaît aussitôt et pour de bon : nom d’utilisateur, adresses, profil, sessions et activité. Personne ne peut le rétablir.
delete-intro =
    { $days ->
        [one] Dans { $days } jour, tout disparaît pour de bon : nom d’utilisateur, adresses, profil, sessions et activité. D’ici là, vous pouvez encore le garder.
       *[other] Dans { $days } jours, tout disparaît pour de bon : nom d’utilisateur, adresses, profil, sessions et activité. D’ici là, vous pouvez encore le garder.
    }
export-title = Emporter vos données
export-intro = Tout ce qui est gardé de vous ici, dans un fichier que les programmes savent lire : votre compte, où vous êtes connecté, ce qui s’est passé et les messages partis. Votre mot de passe n’y est pas ; personne ici ne le connaît.
export-submit = Télécharger mes données
password-change-title = Changer votre mot de passe
password-change-intro = Vous serez déconnecté partout ailleurs. Ici, vous restez connecté.
password-set-title = Définir un mot de passe
password-set-intro = Vous n’en avez pas encore. Avec lui, vous vous connectez sans attendre de code.
profile-title = Votre profil
profile-intro = Ce qui est vide ici n’est pas gardé. Votre nom d’utilisateur permet de vous connecter.
save = Enregistrer
profile-saved = Votre profil est enregistré.
account-signed-in-as = Connecté en tant que
account-staff = Équipe
account-identifiers = Comment vous vous connectez
account-username = Nom d’utilisateur
account-email = E-mail
account-phone = Téléphone
account-password = Mot de passe
account-password-set = Défini
none = Aucun
change = Modifier
account-set-password = Définir
account-person = À propos de vous
account-name = Nom
account-edit = Modifier
account-joined = Inscription
account-security = Sécurité
account-places = Connecté
account-look = Voir
account-last-login = Dernière connexion
account-never = Aucune encore
account-latest = Ce qui s’est passé en dernier
account-all-events = Toute l’activité
account-data = Vos données
account-todo =
    { $count ->
        [one] Une chose à faire
       *[other] Choses à faire
    }
account-places-count =
    { $count ->
        [1] Ici seulement
       *[other] À { $count } endroits
    }
address-waiting = En attente de son code
address-waiting-text = Nous y avons envoyé un code. Jusqu’à ce que vous le saisissiez, tout reste comme avant.
address-resend = Renvoyer le code
address-cancel = Abandonner le changement
events-none = Il n’y a rien ici.
events-older = Plus anciens
events-latest = Retour aux plus récents
sessions-this = Celle-ci
sessions-last-used = Dernière utilisation
sessions-since = Depuis
sessions-end = Fermer
sessions-older = Plus anciennes
sessions-end-others = Fermer toutes les autres
verified = Confirmé
not-verified = Pas encore confirmé
account-pending = En attente du code :
add = Ajouter
