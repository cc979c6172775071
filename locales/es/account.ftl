### Las páginas de la propia cuenta.

account-title = Tu cuenta
account-password-changed = Tu contraseña está cambiada. En todos los demás sitios se cerró tu sesión.
todo-deletion = Esta cuenta va a eliminarse
todo-deletion-text = El { $date } no quedará nada de ella. Hasta entonces puedes conservarla.
todo-deletion-action = Ver
todo-confirm-email = Confirma tu nuevo correo electrónico
todo-confirm-phone = Confirma tu nuevo número de teléfono
todo-confirm-text = Enviamos un código a { $address }. Hasta que lo escribas, sigue el anterior.
todo-confirm-action = Escribir el código
todo-password = Pon una contraseña
todo-password-text = Hasta entonces inicias sesión solo con un código.
todo-password-action = Poner una contraseña
todo-verify-email = Verifica tu correo electrónico
todo-verify-phone = Verifica tu número de teléfono
todo-verify-text = Así { $address } puede ayudarte a volver a entrar si olvidas tu contraseña.
todo-verify-action = Verificar
todo-verify-again-email = Confirma de nuevo tu correo electrónico
todo-verify-again-phone = Confirma de nuevo tu número de teléfono
todo-verify-again-text = Tu contraseña se restableció con otra dirección. Hasta que confirmes { $address }, no puede ayudarte a volver a entrar.
todo-verify-again-action = Confirmar
nav-overview = Resumen
nav-profile = Perfil
nav-email = Correo
nav-phone = Teléfono
nav-password = Contraseña
nav-sessions = Sesiones
nav-activity = Actividad
device-app = Una aplicación o un programa
device-browser-on = { $browser } en { $system }
device-on = Un navegador en { $system }
device-browser = Un navegador
events-title = Actividad
events-intro = Lo que le pasó a tu cuenta, lo más reciente primero. Si algo no te suena, cambia tu contraseña.
sessions-title = Dónde tienes la sesión iniciada
sessions-ended = Esa sesión está cerrada.
sessions-ended-others = Todas las demás sesiones están cerradas. Aquí sigues dentro.
sessions-intro = Navegadores y aplicaciones que pueden actuar por ti. Si no reconoces alguno, cierra su sesión y cambia tu contraseña.
address-changed-email-title = Tu correo electrónico está cambiado
address-changed-email-intro = Tu cuenta usa desde ahora el correo nuevo. Avisamos al anterior.
address-back-intro = Se cerró la sesión de todos en tu cuenta. Quien la cambió conocía tu contraseña: pon una nueva ahora.
set-new-password = Poner una contraseña nueva
address-confirm-email-title = Confirma tu nuevo correo electrónico
address-confirm-link-intro = Falta un paso: pulsa el botón y tu cuenta usará este correo.
address-confirm-link-submit = Usar este correo
address-undo-submit = Deshacer el cambio
address-undo-gone = Sirve una vez, durante 24 horas desde el cambio. Si la cuenta ya no es tuya, pon una contraseña nueva con otra de sus direcciones, o escribe a quien gestiona este sitio.
address-taken-title = Esa dirección está en uso
address-back-email-title = Vuelves a tener tu correo electrónico
address-back-phone-title = Vuelves a tener tu número de teléfono
address-undo-email-title = Recupera tu correo electrónico
address-undo-email-intro = Pulsa el botón y tu cuenta usará de nuevo este correo. Entonces se cierra la sesión de todos.
address-undo-phone-title = Recupera tu número de teléfono
address-undo-phone-intro = Pulsa el botón y tu cuenta usará de nuevo este número. Entonces se cierra la sesión de todos.
address-title-email = Tu correo electrónico
address-label-email = Correo electrónico
address-changed-email = Tu correo electrónico está cambiado.
address-removed-email = Tu correo electrónico está quitado.
address-verify-email = Verificar este correo electrónico
address-remove-email = Quitar este correo electrónico
address-remove-email-title = Quitar tu correo electrónico
address-remove-email-intro = Después ya no podrás iniciar sesión con este correo, ni volver a entrar con su ayuda.
address-title-phone = Tu número de teléfono
address-label-phone = Teléfono
address-changed-phone = Tu número de teléfono está cambiado.
address-removed-phone = Tu número de teléfono está quitado.
address-verify-phone = Verificar este número de teléfono
address-remove-phone = Quitar este número de teléfono
address-confirm-phone-title = Confirma tu nuevo número de teléfono
address-remove-phone-title = Quitar tu número de teléfono
address-remove-phone-intro = Después ya no podrás iniciar sesión con este número, ni volver a entrar con su ayuda.
address-change = Cambiar
address-add = Añadir
address-send = Enviarle un código
address-confirm-stays = { $type } Hasta entonces sigue el anterior.
address-confirm-submit = Usar este
address-change-other = Indicar otro en su lugar
address-remove-submit = Quitar
address-remove-back = Conservar
confirm-title = Confirma que eres tú
confirm-intro = Lo que sigue es importante, e iniciaste sesión hace un rato. Escribe tu contraseña otra vez.
confirm-submit = Confirmar
confirm-login-title = Inicia sesión de nuevo
confirm-login-intro = Lo que querías hacer es importante, e iniciaste sesión hace un rato. Tu cuenta no tiene contraseña que confirmar: cierra la sesión, iníciala de nuevo y vuelve.
logout = Cerrar sesión
delete-later-title = Tu cuenta va a eliminarse
delete-done-title = Tu cuenta está eliminada
delete-done-intro = Aquí no queda nada de ella. Gracias por haber estado con nosotros.
to-the-beginning = Ir al principio
delete-waiting-title = Esta cuenta va a eliminarse
delete-keep = Conservar mi cuenta
back-to-account = Volver a tu cuenta
delete-title = Eliminar tu cuenta
delete-submit = Eliminar mi cuenta
delete-export-first = Llévate antes tus datos
login-submit = Iniciar sesión
delete-later-intro =
    { $days ->
        [one] Se cerró tu sesión en todas partes. Durante un día aún puedes recuperarla: inicia sesión y dilo.
       *[other] Se cerró tu sesión en todas partes. Durante { $days } días aún puedes recuperarla: inicia sesión y dilo.
    }
delete-waiting-intro = El { $date } no quedará nada de ella, a no ser que la conserves.
delete-at-once-intro = Todo desaparece ahora y para siempre: tu nombre de usuario, direcciones, perfil, sesiones y actividad. Nadie puede recuperarlo.
delete-intro =
    { $days ->
        [one] Dentro de un día todo desaparece para siempre: tu nombre de usuario, direcciones, perfil, sesiones y actividad. Hasta entonces aún puedes conservarla.
       *[other] Dentro de { $days } días todo desaparece para siempre: tu nombre de usuario, direcciones, perfil, sesiones y actividad. Hasta entonces aún puedes conservarla.
    }
export-title = Llévate tus datos
export-intro = Todo lo que se guarda de ti aquí, en un archivo que los programas pueden leer: tu cuenta, dónde tienes la sesión iniciada, lo que pasó y los mensajes que salieron. Tu contraseña no está en él; nadie aquí la conoce.
export-submit = Descargar mis datos
password-change-title = Cambiar tu contraseña
password-change-intro = En todos los demás sitios se cerrará tu sesión. Aquí sigues dentro.
password-set-title = Poner una contraseña
password-set-intro = Aún no tienes ninguna. Con ella puedes iniciar sesión sin esperar un código.
profile-title = Tu perfil
profile-intro = Lo que aquí está vacío no se guarda. Con tu nombre de usuario puedes iniciar sesión.
save = Guardar
profile-saved = Tu perfil está guardado.
account-signed-in-as = Sesión iniciada como
account-staff = Equipo
account-identifiers = Cómo inicias sesión
account-username = Nombre de usuario
account-email = Correo electrónico
account-phone = Teléfono
account-password = Contraseña
account-password-set = Puesta
none = Ninguno
change = Cambiar
account-set-password = Poner una
account-person = Sobre ti
account-name = Nombre
account-edit = Editar
account-joined = Desde
account-security = Seguridad
account-places = Sesiones
account-look = Ver
account-last-login = Último inicio de sesión
account-never = Ninguno aún
account-latest = Lo último que pasó
account-all-events = Toda la actividad
account-data = Tus datos
account-todo =
    { $count ->
        [one] Una cosa por hacer
       *[other] Cosas por hacer
    }
account-places-count =
    { $count ->
        [1] Solo aquí
       *[other] En { $count } sitios
    }
address-waiting = Espera su código
address-waiting-text = Enviamos un código allí. Hasta que lo escribas, todo sigue igual.
address-resend = Enviar el código otra vez
address-cancel = Abandonar el cambio
events-none = Aquí no hay nada.
events-older = Anteriores
events-latest = Volver a lo más reciente
sessions-this = Esta
sessions-last-used = Último uso
sessions-since = Desde
sessions-end = Cerrar
sessions-older = Anteriores
sessions-end-others = Cerrar todas las demás
verified = Verificado
not-verified = Sin verificar aún
account-pending = Espera su código:
add = Añadir
