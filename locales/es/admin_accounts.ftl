### Las cuentas como las ve el equipo: la lista, una cuenta y lo que se hace con ella.

## On both

admin-yes = Sí
admin-no = No
admin-account-inactive = Inactiva
admin-account-leaving = Se eliminará
admin-account-superuser = Superusuario
admin-account-staff = Equipo
admin-account-unverified = Sin verificar
admin-account-active = Puede iniciar sesión

## The list

admin-accounts-title = Cuentas
admin-accounts-new = Cuenta nueva
admin-accounts-submit = Buscar
admin-accounts-back = Volver a las cuentas
admin-accounts-found = Cuentas encontradas
admin-accounts-q = Nombre de usuario, correo, teléfono o id
admin-accounts-q-help = Basta con el principio.
admin-accounts-verified = Dirección verificada
admin-accounts-verified-one = Al menos una
admin-accounts-verified-none = Ninguna
admin-accounts-staff-only = Solo el equipo
admin-accounts-staff-none = Sin el equipo
admin-accounts-superuser-only = Solo superusuarios
admin-accounts-superuser-none = Sin superusuarios
admin-accounts-joined-since = Creada a partir del
admin-accounts-login-since = Inició sesión a partir del
admin-accounts-login-before = Sin iniciar sesión desde el

## One account

admin-account-created = La cuenta está creada.
admin-account-edited = La cuenta está guardada.
admin-account-protected = Esta es la cuenta de un superusuario. Solo los superusuarios pueden cambiarla.
admin-account-identifiers = Cómo se inicia sesión
admin-account-pending = Espera el código para cambiar a
admin-account-doubted = Por confirmar tras el restablecimiento
admin-account-about = Sobre la cuenta
admin-account-sessions = Dónde tiene la sesión iniciada
admin-account-all-sessions = Todas las sesiones
admin-account-nowhere = En ningún sitio.
admin-account-device = Dispositivo
admin-account-ip = Dirección IP
admin-account-codes = Códigos en camino
admin-account-tries = Intentos fallidos
admin-account-by-staff = por el equipo
admin-account-by-shell = desde la línea de comandos

## The form of an account

admin-account-new-intro = Indica al menos un identificador. La cuenta no tiene contraseña hasta que su dueño pone una.
admin-account-new-submit = Crear la cuenta
admin-account-edit-title = Editar { $name }
admin-account-edit-intro = Si cambias una dirección, hay que verificarla de nuevo y se avisa a la anterior. Un cambio de permisos cierra la sesión de la cuenta en todas partes.
admin-account-back = Volver a la cuenta
admin-account-active-help = Sin esto se cierra enseguida la sesión de la cuenta en todas partes.
admin-account-staff-help = Puede usar estas páginas.
admin-account-superuser-help = Aquí puede hacerlo todo, con cualquier cuenta.
admin-account-superuser-is-staff = Un superusuario también es del equipo.
admin-account-send = Enviar un mensaje para poner una contraseña
admin-account-send-help = Al correo electrónico o, si no lo hay, al número de teléfono. Sin él, su dueño pide uno por su cuenta.
admin-account-send-nowhere = Indica también una dirección: el mensaje va allí.

## What is done to it, each on a page of its own: what the button says, what it does, and what is said once it is done

admin-act-title = { $act }: { $name }
admin-account-channel = Dirección
admin-act-verify = Verificar una dirección
admin-act-verify-what = Hazlo solo si sabes que la dirección es de su dueño: con ella se puede restablecer después la contraseña. Los códigos en camino para ella quedan sin efecto.
admin-act-verify-done = La dirección está verificada.
admin-act-reset = Enviar un restablecimiento de contraseña
admin-act-reset-what = Su dueño recibe el mensaje habitual con un código para poner una contraseña nueva. Hasta entonces sigue la anterior.
admin-act-reset-done = El mensaje está en camino.
admin-act-reset-inactive = Esta cuenta no puede iniciar sesión. Actívala primero.
admin-act-reset-other = Con esta dirección no se puede restablecer la contraseña: la cuenta no la tiene, o hay otra verificada.
admin-act-reset-nowhere = Esta cuenta no tiene ninguna dirección a la que enviar.
admin-act-end-sessions = Cerrar todas las sesiones
admin-act-end-sessions-what = Se cierra enseguida la sesión de la cuenta en todas partes. Su dueño puede iniciar sesión de nuevo.
admin-act-end-sessions-done = Las sesiones están cerradas.
admin-act-activate = Activar
admin-act-activate-what = La cuenta puede volver a iniciar sesión, con la contraseña que tenía.
admin-act-activate-done = La cuenta está activa.
admin-act-deactivate = Desactivar
admin-act-deactivate-what = Se cierra enseguida la sesión de la cuenta en todas partes, y no puede iniciar sesión hasta que alguien la active de nuevo. No se pierde nada de ella.
admin-act-deactivate-done = La cuenta está inactiva.
admin-act-delete = Eliminar
admin-act-delete-what = Todo lo de la cuenta desaparece ahora y para siempre: identificadores, perfil, sesiones y actividad. Nadie puede recuperarla, y no se avisa a su dueño.
admin-act-delete-done = La cuenta está eliminada.
