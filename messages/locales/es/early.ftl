# What was told early, and what is said into a silence. Nothing here names a condition. Awaiting signature.

# Must achieve: an age told along the way counts only after a "yes".
subject-age_confirm =
    Por lo que escribió, entendí: { $age } años.
    ¿Es la edad de la persona que busca atención?
    .line = Edad entendida
    .why = La edad cambia lo que el médico debe revisar. Solo quiero estar seguro.
# Must achieve: nobody feels unheard; the question is asked all the same.
screening-noted = Quedó anotado para el médico: { $items }. De todos modos le pregunto, para no dejar nada fuera.
# Must achieve: a gentle reminder inside the reply window; nothing in it for a stranger who holds the phone.
nudge-first = Su conversación con { $clinic } sigue guardada. Puede continuar cuando quiera, sin prisa. Si no desea más mensajes, escriba “alto”.
# Must achieve: the same as a template for later; must be approved by the provider as a utility template.
nudge-later = Le escribe { $clinic }. Su conversación sigue guardada y puede continuar cuando quiera. Si no desea más mensajes, escriba “alto”.
# Must achieve: one tap is never taken for "and nothing else". Awaiting signature.
choose-more =
    Anoté: { $items }.
    ¿Hay algo más de la lista?
    .retry1 = Elija lo que falte de la lista, por su número. Si ya es todo, elija “Nada más”.
    .retry2 = Escriba los números que falten, por ejemplo: 1 y 3. Si ya es todo, escriba “nada más”.
option-nothing_else = Nada más
