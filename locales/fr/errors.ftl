### Les refus, et ce que disent les réponses de l’API.

error-required = Ce champ est obligatoire.
error-blank = Ce champ ne peut pas être vide.
error-invalid = Saisissez une valeur valide.
error-too_short = C’est trop court.
error-too_long = C’est trop long.
error-taken = C’est déjà pris.
error-mismatch = Les deux saisies ne sont pas identiques.
error-unknown_field = Ce formulaire n’a pas de tel champ.
error-password_too_short = Ce mot de passe est trop court.
error-password_too_common = Ce mot de passe est parmi les premiers que l’on devine. Choisissez-en un auquel vous seul penseriez.
error-password_numeric = Un mot de passe ne peut pas être fait de chiffres seulement.
error-password_similar = Ce mot de passe ressemble trop à vos autres informations.
error-no_identifier = Indiquez au moins un identifiant.
error-malformed = La requête n’a pas pu être lue.
error-invalid_token = Ce jeton n’est pas valable, ou ne l’est plus.
error-method_not_allowed = Cette adresse n’accepte pas cette méthode.
error-too_large = La requête est trop grande.
error-unsupported_media_type = Envoyez application/json ou application/x-www-form-urlencoded, sans encodage du contenu.
error-invalid_credentials = Nous ne connaissons aucun compte avec ces informations et ce mot de passe.
error-invalid_code = Ce code n’est pas le bon, ou ne l’est plus.
error-throttled = Trop d’essais. Patientez un peu, puis réessayez.
error-already_verified = C’est déjà confirmé.
error-same_value = C’est la valeur que vous avez déjà.
error-unverified = Confirmez d’abord votre adresse.
error-registration_closed = Les inscriptions sont fermées.
error-cross_origin = Cette requête ne vient pas d’une page de ce site.
error-unauthenticated = Connectez-vous d’abord.
error-forbidden = Vous n’en avez pas le droit.
error-not_found = Il n’y a rien à cette adresse.
error-overloaded = Nous sommes très occupés. Réessayez dans un instant.
error-unavailable = C’est impossible pour le moment. Réessayez dans un instant.
error-internal = Un problème est survenu de notre côté.
identifier-username-too-long = Un nom d’utilisateur a au plus 150 caractères.
identifier-username-characters = Un nom d’utilisateur n’a que des lettres, des chiffres et les caractères . _ - sans espace.
identifier-username-first = Un nom d’utilisateur commence par une lettre.
identifier-username-invisible = Un nom d’utilisateur ne peut pas avoir de caractères invisibles.
identifier-phone-too-long = Un numéro de téléphone est plus court que cela.
identifier-phone-digits = Saisissez un numéro de téléphone en chiffres seulement, comme +49 30 901820, sans poste.
identifier-phone-needs-plus = Saisissez le numéro avec + et l’indicatif du pays, comme +49 30 901820.
identifier-phone-not-valid = Saisissez un numéro de téléphone qui existe, comme +49 30 901820.
identifier-phone-region = Indiquez une région par deux lettres majuscules, comme DE ou US.
identifier-email-too-long = Une adresse e-mail a au plus 254 caractères.
identifier-email-local-too-long = La partie d’une adresse e-mail avant le @ a au plus 64 caractères.
identifier-email-whole = Saisissez une seule adresse e-mail, comme nom@example.com.
identifier-email-local = La partie avant le @ n’a que des lettres sans accent, des chiffres et les caractères . ! # $ % & ' * + / = ? ^ _ ` {"{"} | {"}"} ~ -
identifier-email-domain = La partie après le @ doit être le nom d’un domaine, comme example.com.
password-too-long =
    { $count ->
        [one] Un mot de passe a au plus { $count } octet.
       *[other] Un mot de passe a au plus { $count } octets.
    }
password-nul = Un mot de passe ne peut pas contenir le caractère U+0000.
password-too-short =
    { $count ->
        [one] Un mot de passe a au moins { $count } caractère.
       *[other] Un mot de passe a au moins { $count } caractères.
    }
password-similar =
    { $like ->
        [username] Ce mot de passe ressemble trop à votre nom d’utilisateur.
        [email] Ce mot de passe ressemble trop à votre adresse e-mail.
        [first_name] Ce mot de passe ressemble trop à votre prénom.
        [last_name] Ce mot de passe ressemble trop à votre nom.
       *[phone] Ce mot de passe ressemble trop à votre numéro de téléphone.
    }
error-taken-email = Un compte avec cette adresse e-mail existe déjà.
error-taken-phone = Un compte avec ce numéro de téléphone existe déjà.
error-taken-username = Un compte avec ce nom d’utilisateur, ou un nom qui lui ressemble, existe déjà.
account-only-identifier = C’est le seul identifiant de votre compte. Ajoutez-en d’abord un autre.
registration-needs-address = Indiquez aussi une adresse : sans mot de passe, les codes de connexion y sont envoyés.
phone-premium = Écrire à ce numéro coûte cher. Indiquez un numéro ordinaire.
phone-region = Nous n’acceptons que les numéros de ces régions : { $regions }.
change-lost-email = Cette adresse e-mail sert entre-temps à un autre compte. La vôtre reste comme elle est.
change-lost-phone = Ce numéro de téléphone sert entre-temps à un autre compte. Le vôtre reste comme il est.
password-wrong = Ce n’est pas votre mot de passe.
undo-lost-email = Cette adresse e-mail appartient entre-temps à un autre compte.
undo-lost-phone = Ce numéro de téléphone appartient entre-temps à un autre compte.
paging-cursor = Prenez le curseur dans le Link de la page précédente.
problem-invalid = Une partie n’a pas pu être acceptée.
problem-stale = Confirmez d’abord votre mot de passe : envoyez-le par POST à /api/v1/me/reauthenticate, puis recommencez.
problem-stale-without-password = Ce compte n’a pas de mot de passe à confirmer. Reconnectez-vous, puis recommencez.
error-wait = Trop d’essais. Patientez { $wait }, puis réessayez.
problem-title =
    { $status ->
        [400] Requête incorrecte
        [401] Non connecté
        [403] Interdit
        [404] Introuvable
        [405] Méthode non autorisée
        [409] Conflit
        [413] Requête trop grande
        [415] Type de contenu non pris en charge
        [422] Impossible à traiter
        [429] Trop de requêtes
        [503] Service indisponible
       *[500] Erreur interne
    }
api-code-sent = Un code est en route.
api-message-sent = Si un tel compte existe, un message est en route.
api-registered-quietly = Nous avons envoyé un message. Confirmez l’adresse avec ce qu’il contient, puis connectez-vous.
api-verify-sent = S’il y a quelque chose à confirmer, un code est en route.
error-late = Cela a pris trop de temps. Réessayez dans un instant.
