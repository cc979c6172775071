### Les pages de l’équipe, et ce que disent leurs appels.

## Sur chacune d’elles

admin-nav = Administration
admin-nav-overview = Aperçu
admin-nav-accounts = Comptes
admin-nav-messages = Messages
admin-nav-tokens = Codes
admin-nav-events = Événements
admin-nav-explain = Expliquer
admin-own-account = Votre compte :
admin-sign-out = Se déconnecter

## L’entrée

admin-login-title = Se connecter pour administrer
admin-login-intro = Ces pages sont pour l’équipe. Elles demandent votre mot de passe même si vous êtes déjà connecté.
admin-login-submit = Se connecter

## Listes

admin-filter-submit = Afficher
admin-filter-clear = Effacer
admin-filter-any = Tous
admin-pager = Pages
admin-pager-first = Retour à la première page
admin-pager-next = Page suivante
admin-rows-none = Il n’y a rien ici.
admin-rows-none-narrowed = Rien ne correspond.
admin-rows-none-yet = Rien parmi ceux-ci. Il peut y en avoir à la page suivante.
admin-rows-actions = Ce qu’on peut faire
admin-rows-account = Compte
admin-rows-state = État
admin-rows-gone = Disparu
admin-rows-none-account = Aucun
admin-rows-nobody = À personne
admin-rows-by = Par
admin-choose-one = Choisissez parmi : { $choices }.
admin-choose-day = Écrivez un jour, comme 2026-11-22.

## La première page

admin-overview-title = Aperçu
admin-overview-accounts = Comptes
admin-overview-verified = Avec une adresse confirmée
admin-overview-staff = Équipe
admin-overview-browsers = Sessions dans des navigateurs
admin-overview-programs = Sessions de programmes
admin-overview-waiting = Messages en attente
admin-overview-todo = Ce qu’il y a à faire
admin-overview-look = Les voir
admin-overview-schema = Le schéma de la base n’est pas celui de ce programme
admin-overview-schema-text = Mettez-le à jour : countersign migrate. Un programme plus récent l’a peut-être changé.
admin-overview-dead = Des messages ont été abandonnés
admin-overview-dead-text =
    { $count ->
        [one] { $count } message de la semaine passée ne sera plus essayé.
       *[other] { $count } messages de la semaine passée ne seront plus essayés.
    }
admin-overview-failed = Des messages ne partent pas
admin-overview-failed-text =
    { $count ->
        [one] { $count } message n’a pas pu partir et sera réessayé.
       *[other] { $count } messages n’ont pas pu partir et seront réessayés.
    }
admin-overview-activity = Ce qui s’est passé
admin-overview-note = Les heures sont UTC. Ce qui est arrivé aux comptes supprimés n’est pas compté.
admin-overview-spans = Depuis quand
admin-overview-span = Durée
admin-overview-span-day = 24 heures
admin-overview-span-week = 7 jours
admin-overview-span-month = 30 jours
admin-chart-registrations = Inscriptions
admin-chart-logins = Connexions
admin-chart-refusals = Refus
admin-chart-messages = Messages
admin-chart-sent = Envoyés
admin-chart-dead = Abandonnés
admin-chart-from = De
admin-chart-table = En tableau
admin-chart-most = Au plus : { $count }, { $when }.
admin-chart-nothing = Rien ne s’est passé.

## Messages

admin-messages-title = Messages
admin-messages-intro = Ce qui a été envoyé, et ce qui attend. Ce que dit un message n’est jamais montré.
admin-messages-retried = Le message va être réessayé aussitôt.
admin-messages-message = Message
admin-messages-to = À
admin-messages-written = Écrit
admin-messages-waiting = En attente
admin-messages-failed = À réessayer
admin-messages-sent = Envoyé
admin-messages-dead = Abandonné
admin-messages-tries =
    { $count ->
        [one] Essayé { $count } fois
       *[other] Essayé { $count } fois
    }
admin-messages-next = Prochain essai
admin-messages-retry = Essayer maintenant
admin-messages-erased = Ce qu’il disait est effacé depuis son envoi ou son abandon. Qui en a besoin en demande un nouveau.

## Les codes en cours

admin-tokens-title = Codes
admin-tokens-intro = Les mots de passe à usage unique en cours. Les codes eux-mêmes ne sont connus que de qui les a reçus.
admin-tokens-ended = Le code est annulé. Un autre peut être demandé.
admin-tokens-purpose = Pour
admin-tokens-verify = Confirmer une adresse
admin-tokens-reset = Réinitialiser le mot de passe
admin-tokens-login = Se connecter
admin-tokens-change = Changer d’adresse
admin-tokens-channel = Par
admin-tokens-email = E-mail
admin-tokens-phone = SMS
admin-tokens-to = Envoyé à
admin-tokens-made = Créé
admin-tokens-expires = Valable jusqu’au
admin-tokens-open = Ouvert
admin-tokens-throttled = Freiné
admin-tokens-dead = Mort
admin-tokens-until = Jusqu’au
admin-tokens-attempts =
    { $count ->
        [one] Faux { $count } fois
       *[other] Faux { $count } fois
    }
admin-tokens-end = Annuler

## Événements

admin-events-title = Événements
admin-events-intro = Ce qui est arrivé aux comptes, le plus récent d’abord, et qui a été refusé.
admin-events-what = Quoi
admin-events-network = Réseau
admin-events-since = Du
admin-events-until = Au
admin-events-from = De
admin-events-when = Quand
admin-events-no-account = Ce compte n’existe pas. Donnez son id, son nom d’utilisateur, son adresse e-mail ou son numéro de téléphone.
admin-events-no-network = Écrivez une adresse, ou un réseau comme 192.0.2.0/24.
