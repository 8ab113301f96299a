### Answers that several questions share. At most 20 characters where a question has up to three of them, 24 otherwise.

option-yes = Sí
option-no = No
# "Not sure" counts as "a physician must look", never as "no". Neutral for men and women.
option-unsure = No lo sé
option-skip = Saltar esta pregunta
option-none = Ninguna de estas
option-continue = Seguir
option-person = Hablar con alguien
option-other = Otra cosa
option-more = Leer más
option-self = Para mí
option-parent = Mi madre o mi padre
option-partner = Mi pareja
option-child = Mi hijo o mi hija
option-relative = Otro familiar
option-right = Derecho
option-left = Izquierdo
option-both = Los dos
option-done = Ya terminé
option-later = Más tarde
option-here = Por este chat
option-phone = Por teléfono
option-confirm = Sí, enviar
option-change = Cambiar algo
option-not_applicable = No aplica en mi caso
option-neither = Ninguno de los dos
option-es = Español
option-en = English
option-pt = Português
option-fr = Français
