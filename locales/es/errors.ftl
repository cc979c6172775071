### Los rechazos, y lo que dicen las respuestas de la API.

error-required = Este campo es obligatorio.
error-blank = Este campo no puede quedar vacío.
error-invalid = Escribe un valor válido.
error-too_short = Es demasiado corto.
error-too_long = Es demasiado largo.
error-taken = Ya está en uso.
error-mismatch = Los dos valores no coinciden.
error-unknown_field = Este formulario no tiene ese campo.
error-password_too_short = Esta contraseña es demasiado corta.
error-password_too_common = Esta contraseña es de las primeras que se adivinan. Elige una que solo se te ocurra a ti.
error-password_numeric = Una contraseña no puede ser solo de cifras.
error-password_similar = Esta contraseña se parece demasiado a tus otros datos.
error-no_identifier = Indica al menos un identificador.
error-malformed = No se pudo leer la petición.
error-invalid_token = Este token no es válido, o ya no lo es.
error-method_not_allowed = Esta dirección no admite ese método.
error-too_large = La petición es demasiado grande.
error-unsupported_media_type = Envía application/json o application/x-www-form-urlencoded, sin codificación del contenido.
error-invalid_credentials = No conocemos ninguna cuenta con estos datos y esta contraseña.
error-invalid_code = Este código no es correcto, o ya no lo es.
error-throttled = Demasiados intentos. Espera un poco e inténtalo de nuevo.
error-already_verified = Ya está verificado.
error-same_value = Ese es el valor que ya tienes.
error-unverified = Verifica primero tu dirección.
error-registration_closed = El registro está cerrado.
error-cross_origin = Esta petición no vino de una página de este sitio.
error-unauthenticated = Inicia sesión primero.
error-forbidden = No puedes hacer esto.
error-not_found = No hay nada en esta dirección.
error-overloaded = Estamos muy ocupados. Inténtalo de nuevo en un momento.
error-unavailable = Ahora mismo no es posible. Inténtalo de nuevo en un momento.
error-internal = Algo falló por nuestra parte.
identifier-username-too-long = Un nombre de usuario tiene como máximo 150 caracteres.
identifier-username-characters = Un nombre de usuario tiene solo letras, números y los caracteres . _ - sin espacios.
identifier-username-first = Un nombre de usuario empieza por una letra.
identifier-username-invisible = Un nombre de usuario no puede tener caracteres invisibles.
identifier-phone-too-long = Un número de teléfono es más corto que esto.
identifier-phone-digits = Escribe un número de teléfono solo con cifras, como +49 30 901820, sin extensión.
identifier-phone-needs-plus = Escribe el número de teléfono con + y el prefijo del país, como +49 30 901820.
identifier-phone-not-valid = Escribe un número de teléfono que exista, como +49 30 901820.
identifier-phone-region = Indica una región con dos letras mayúsculas, como DE o US.
identifier-email-too-long = Un correo electrónico tiene como máximo 254 caracteres.
identifier-email-local-too-long = La parte de un correo electrónico antes de la @ tiene como máximo 64 caracteres.
identifier-email-whole = Escribe un solo correo electrónico, como nombre@example.com.
identifier-email-local = La parte antes de la @ tiene solo letras sin acentos, cifras y los caracteres . ! # $ % & ' * + / = ? ^ _ ` {"{"} | {"}"} ~ -
identifier-email-domain = La parte después de la @ debe ser el nombre de un dominio, como example.com.
password-too-long =
    { $count ->
        [one] Una contraseña tiene como máximo 1 byte.
       *[other] Una contraseña tiene como máximo { $count } bytes.
    }
password-nul = Una contraseña no puede contener el carácter U+0000.
password-too-short =
    { $count ->
        [one] Una contraseña tiene al menos 1 carácter.
       *[other] Una contraseña tiene al menos { $count } caracteres.
    }
password-similar =
    { $like ->
        [username] Esta contraseña se parece demasiado a tu nombre de usuario.
        [email] Esta contraseña se parece demasiado a tu correo electrónico.
        [first_name] Esta contraseña se parece demasiado a tu nombre.
        [last_name] Esta contraseña se parece demasiado a tus apellidos.
       *[phone] Esta contraseña se parece demasiado a tu número de teléfono.
    }
error-taken-email = Ya existe una cuenta con ese correo electrónico.
error-taken-phone = Ya existe una cuenta con ese número de teléfono.
error-taken-username = Ya existe una cuenta con ese nombre de usuario, o con uno que se le parece.
account-only-identifier = Es el único identificador de tu cuenta. Añade primero otro.
registration-needs-address = Indica también una dirección: sin contraseña, los códigos para iniciar sesión se envían allí.
phone-premium = Escribir a este número tiene un coste. Indica uno normal.
phone-region = Solo aceptamos números de estas regiones: { $regions }.
change-lost-email = Otra persona usa ya este correo electrónico. El tuyo queda como está.
change-lost-phone = Otra persona usa ya este número de teléfono. El tuyo queda como está.
password-wrong = Esa no es tu contraseña.
undo-lost-email = Este correo electrónico pertenece ya a otra cuenta.
undo-lost-phone = Este número de teléfono pertenece ya a otra cuenta.
paging-cursor = Toma el cursor del Link de la página anterior.
problem-invalid = Una parte no se pudo aceptar.
problem-stale = Confirma primero tu contraseña: envíala con POST a /api/v1/me/reauthenticate y vuelve a pedirlo.
problem-stale-without-password = Esta cuenta no tiene contraseña que confirmar. Inicia sesión de nuevo y vuelve a pedirlo.
error-wait = Demasiados intentos. Espera { $wait } e inténtalo de nuevo.
problem-title =
    { $status ->
        [400] Petición incorrecta
        [401] Sin iniciar sesión
        [403] Prohibido
        [404] No encontrado
        [405] Método no permitido
        [409] Conflicto
        [413] Petición demasiado grande
        [415] Tipo de contenido no admitido
        [422] No se puede procesar
        [429] Demasiadas peticiones
        [503] Servicio no disponible
       *[500] Error interno
    }
api-code-sent = Un código está en camino.
api-message-sent = Si existe esa cuenta, un mensaje está en camino.
api-registered-quietly = Hemos enviado un mensaje. Verifica la dirección con lo que contiene y luego inicia sesión.
api-verify-sent = Si hay algo que verificar, un código está en camino.
error-late = Tardó demasiado. Inténtalo de nuevo en un momento.
