### Les comptes tels que l’équipe les voit : la liste, un compte, et ce qu’on en fait.

## On both

admin-yes = Oui
admin-no = Non
admin-account-inactive = Inactif
admin-account-leaving = À supprimer
admin-account-superuser = Super-utilisateur
admin-account-staff = Équipe
admin-account-unverified = Non confirmé
admin-account-active = Peut se connecter

## The list

admin-accounts-title = Comptes
admin-accounts-new = Nouveau compte
admin-accounts-submit = Rechercher
admin-accounts-back = Retour aux comptes
admin-accounts-found = Comptes trouvés
admin-accounts-q = Nom d’utilisateur, e-mail, téléphone ou id
admin-accounts-q-help = Le début suffit.
admin-accounts-verified = Adresse confirmée
admin-accounts-verified-one = Au moins une
admin-accounts-verified-none = Aucune
admin-accounts-staff-only = Équipe seulement
admin-accounts-staff-none = Hors équipe
admin-accounts-superuser-only = Super-utilisateurs seulement
admin-accounts-superuser-none = Sans les super-utilisateurs
admin-accounts-joined-since = Inscrit à partir du
admin-accounts-login-since = Connecté à partir du
admin-accounts-login-before = Pas connecté depuis le

## One account

admin-account-created = Le compte est créé.
admin-account-edited = Le compte est enregistré.
admin-account-protected = C’est le compte d’un super-utilisateur. Seuls les super-utilisateurs peuvent le modifier.
admin-account-identifiers = Comment il se connecte
admin-account-pending = En attente du code pour passer à
admin-account-doubted = À confirmer après la réinitialisation
admin-account-about = À propos du compte
admin-account-sessions = Où il est connecté
admin-account-all-sessions = Toutes les sessions
admin-account-nowhere = Nulle part.
admin-account-device = Appareil
admin-account-ip = Adresse IP
admin-account-codes = Codes en cours
admin-account-tries = Essais erronés
admin-account-by-staff = par l’équipe
admin-account-by-shell = depuis la ligne de commande

## The form of an account

admin-account-new-intro = Indiquez au moins un identifiant. Le compte n’a pas de mot de passe tant que son propriétaire n’en a pas défini.
admin-account-new-submit = Créer le compte
admin-account-edit-title = Modifier { $name }
admin-account-edit-intro = Une adresse modifiée doit être confirmée de nouveau, et l’ancienne est prévenue. Un changement de droits déconnecte le compte partout.
admin-account-back = Retour au compte
admin-account-active-help = Sans cela, le compte est aussitôt déconnecté partout.
admin-account-staff-help = Peut utiliser ces pages.
admin-account-superuser-help = Peut tout faire ici, sur tous les comptes.
admin-account-superuser-is-staff = Un super-utilisateur fait aussi partie de l’équipe.
admin-account-send = Envoyer un message pour définir un mot de passe
admin-account-send-help = À l’adresse e-mail, sinon au numéro de téléphone. Sans lui, le propriétaire en demande un lui-même.
admin-account-send-nowhere = Indiquez aussi une adresse : le message y est envoyé.

## What is done to it, each on a page of its own: what the button says, what it does, and what is said once it is done

admin-act-title = { $act } : { $name }
admin-account-channel = Adresse
admin-act-verify = Confirmer une adresse
admin-act-verify-what = Ne le faites que si vous savez que l’adresse est celle du propriétaire : elle permet ensuite de réinitialiser le mot de passe. Les codes en cours pour elle ne valent plus rien.
admin-act-verify-done = L’adresse est confirmée.
admin-act-reset = Envoyer une réinitialisation du mot de passe
admin-act-reset-what = Le propriétaire reçoit le message habituel, avec un code pour définir un nouveau mot de passe. D’ici là, l’ancien reste valable.
admin-act-reset-done = Le message est en route.
admin-act-reset-inactive = Ce compte ne peut pas se connecter. Activez-le d’abord.
admin-act-reset-other = Cette adresse ne permet pas de réinitialiser le mot de passe : le compte ne l’a pas, ou une autre est confirmée.
admin-act-reset-nowhere = Ce compte n’a aucune adresse où envoyer un message.
admin-act-end-sessions = Fermer toutes les sessions
admin-act-end-sessions-what = Le compte est aussitôt déconnecté partout. Son propriétaire peut se reconnecter.
admin-act-end-sessions-done = Les sessions sont fermées.
admin-act-activate = Activer
admin-act-activate-what = Le compte peut de nouveau se connecter, avec le mot de passe qu’il avait.
admin-act-activate-done = Le compte est actif.
admin-act-deactivate = Désactiver
admin-act-deactivate-what = Le compte est aussitôt déconnecté partout et ne peut plus se connecter tant que personne ne le réactive. Rien n’en est perdu.
admin-act-deactivate-done = Le compte est inactif.
admin-act-delete = Supprimer
admin-act-delete-what = Tout ce qui est du compte disparaît aussitôt et pour de bon : identifiants, profil, sessions et activité. Personne ne peut le rétablir, et son propriétaire n’est pas prévenu.
admin-act-delete-done = Le compte est supprimé.
