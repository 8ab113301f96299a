sign-in = Entrar
sign-in-lead = Consola del personal de { $clinic }.
sign-in-wrong = El correo, la contraseña o el código no coinciden. Revise los tres. Cada código sirve una sola vez.
sign-in-wait = Hubo demasiados intentos. Espere { $seconds ->
    [one] un segundo
   *[other] { $seconds } segundos
 } y vuelva a intentarlo.
email = Correo electrónico
password = Contraseña
code = Código de un solo uso
code-hint = Los seis dígitos de su aplicación de autenticación.
code-fresh = Espere al código siguiente si ya usó este para entrar.
step-up = Confirme que es usted
step-up-lead = Lo que va a abrir pide un código de un solo uso. Vale diez minutos.
step-up-wrong = El código no coincide o ya se usó. Escriba el siguiente.
attempts = Intentos fallidos
attempts-told = { $count ->
    [one] Desde su última entrada hubo un intento fallido de entrar con su correo.
   *[other] Desde su última entrada hubo { $count } intentos fallidos de entrar con su correo.
 }
attempts-advice = Si no fue usted, avise a quien administra la consola y cambie su contraseña.
ended = Su sesión terminó
ended-told = No se guardó ni se envió nada. Copie lo que escribió, entre de nuevo y péguelo.
ended-carried = Nada se guardó ni se envió, y nada se pierde: entre de nuevo desde aquí y lo que escribió vuelve a su formulario.
unproved = Antes, una prueba más
unproved-told = Nada se guardó ni se envió: este caso terminó mientras tanto y pide un código de un solo uso. Copie lo que escribió y siga.
unproved-carried = Nada se guardó ni se envió: este caso terminó mientras tanto y pide un código de un solo uso. Siga desde aquí y lo que escribió vuelve a su formulario.
resume = Ya entró
resume-lead = Lo que escribió antes vuelve a su formulario. Nada se firma todavía.
ended-kept = Lo que escribió
lock = Pantalla bloqueada
lock-lead = Hubo quince minutos sin actividad, o la sesión llegó a doce horas. Lo que estaba escribiendo sigue en su lugar. Nada se envió.
lock-elsewhere = Su sesión terminó: se cerró desde otro lugar. Lo que estaba escribiendo sigue en su lugar. Nada se envió.
lock-open = Desbloquear
lock-other = Entrar con otra cuenta
lock-soon = La pantalla se bloqueará en un minuto por falta de actividad. Mueva el ratón o pulse una tecla para seguir.
demo = Personas de la demostración
demo-lead = Existen solo en esta máquina. Si el código ya se usó, espere medio minuto y vuelva a cargar la página.
